namespace Kube.Api.FlowControl.V1;

/// <summary>How requests of one schema are put into flows.</summary>
public sealed class FlowDistinguisherMethod
{
    /// <summary>ByUser or ByNamespace.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }
}
