namespace Kube.Api.Core.V1;

/// <summary>One key of a ConfigMap.</summary>
[MapAtomic]
public sealed class ConfigMapKeySelector
{
    /// <summary>Name of the ConfigMap.</summary>
    [ProtoField(1, 1)]
    public string? Name { get; set; }

    /// <summary>The key.</summary>
    [Required, ProtoField(2)]
    public string? Key { get; set; }

    /// <summary>True when the pod may start although the source or key does not exist. Default false.</summary>
    [ProtoField(3, IsPointer = true)]
    public bool? Optional { get; set; }
}
