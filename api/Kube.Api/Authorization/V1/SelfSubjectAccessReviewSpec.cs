namespace Kube.Api.Authorization.V1;

/// <summary>A request to be judged. Exactly one of the two must be given.</summary>
public sealed class SelfSubjectAccessReviewSpec
{
    /// <summary>A request for a resource.</summary>
    [ProtoField(1, IsPointer = true)]
    public ResourceAttributes? ResourceAttributes { get; set; }

    /// <summary>A request for a path that is no resource.</summary>
    [ProtoField(2, IsPointer = true)]
    public NonResourceAttributes? NonResourceAttributes { get; set; }
}
