namespace Kube.Api.FlowControl.V1;

/// <summary>A user.</summary>
public sealed class UserSubject
{
    /// <summary>The user; <c>*</c> is every user.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }
}
