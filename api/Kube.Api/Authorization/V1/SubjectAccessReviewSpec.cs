namespace Kube.Api.Authorization.V1;

/// <summary>A request to be judged and who makes it. Exactly one of the two kinds of attributes must be given, and a user or a group.</summary>
public sealed class SubjectAccessReviewSpec
{
    /// <summary>A request for a resource.</summary>
    [ProtoField(1, IsPointer = true)]
    public ResourceAttributes? ResourceAttributes { get; set; }

    /// <summary>A request for a path that is no resource.</summary>
    [ProtoField(2, IsPointer = true)]
    public NonResourceAttributes? NonResourceAttributes { get; set; }

    /// <summary>The user. With a user and no groups it is asked what that user alone may do.</summary>
    [ProtoField(3)]
    public string? User { get; set; }

    /// <summary>The groups the user is in.</summary>
    [ProtoField(4)]
    public List<string>? Groups { get; set; }

    /// <summary>What else is known of the user, as whoever authenticated the user knows it.</summary>
    [ProtoField(5)]
    public Dictionary<string, List<string>>? Extra { get; set; }

    /// <summary>The uid of the user.</summary>
    [ProtoField(6)]
    public string? Uid { get; set; }
}
