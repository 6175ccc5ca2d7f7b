namespace Kube.Api.Core.V1;

/// <summary>Something that must be cleared before a pod is scheduled.</summary>
public sealed class PodSchedulingGate
{
    /// <summary>Name of the gate.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }
}
