namespace Kube.Api.Core.V1;

/// <summary>A device claim of a pod; exactly one of the two sources.</summary>
public sealed class PodResourceClaim
{
    /// <summary>Name by which containers refer to it.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>An existing claim.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? ResourceClaimName { get; set; }

    /// <summary>A template to make a claim of, for this pod alone.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? ResourceClaimTemplateName { get; set; }
}
