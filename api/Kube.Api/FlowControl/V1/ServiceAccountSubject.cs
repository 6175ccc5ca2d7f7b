namespace Kube.Api.FlowControl.V1;

/// <summary>A service account.</summary>
public sealed class ServiceAccountSubject
{
    /// <summary>Its namespace.</summary>
    [Required, ProtoField(1)]
    public string? Namespace { get; set; }

    /// <summary>Its name; <c>*</c> is every one of the namespace.</summary>
    [Required, ProtoField(2)]
    public string? Name { get; set; }
}
