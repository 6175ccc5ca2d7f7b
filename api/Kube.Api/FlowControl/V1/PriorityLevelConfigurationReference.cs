namespace Kube.Api.FlowControl.V1;

/// <summary>A priority level.</summary>
public sealed class PriorityLevelConfigurationReference
{
    /// <summary>Its name.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }
}
