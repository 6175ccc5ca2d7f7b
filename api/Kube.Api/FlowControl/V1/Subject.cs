namespace Kube.Api.FlowControl.V1;

/// <summary>Who sends a request.</summary>
public sealed class Subject
{
    /// <summary>User, Group or ServiceAccount: which of the following is given.</summary>
    [Required, ProtoField(1)]
    public string? Kind { get; set; }

    /// <summary>A user.</summary>
    [ProtoField(2, IsPointer = true)]
    public UserSubject? User { get; set; }

    /// <summary>A group.</summary>
    [ProtoField(3, IsPointer = true)]
    public GroupSubject? Group { get; set; }

    /// <summary>A service account.</summary>
    [ProtoField(4, IsPointer = true)]
    public ServiceAccountSubject? ServiceAccount { get; set; }
}
