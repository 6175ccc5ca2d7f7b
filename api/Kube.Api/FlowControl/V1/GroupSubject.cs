namespace Kube.Api.FlowControl.V1;

/// <summary>Everybody in a group.</summary>
public sealed class GroupSubject
{
    /// <summary>The group; <c>*</c> is every group.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }
}
