namespace Kube.Api.Core.V1;

/// <summary>Keys of a ConfigMap within a projected volume.</summary>
public sealed class ConfigMapProjection
{
    /// <summary>Name of the ConfigMap.</summary>
    [ProtoField(1, 1)]
    public string? Name { get; set; }

    /// <summary>Keys to show and under which paths; all when absent.</summary>
    [ProtoField(2)]
    public List<KeyToPath>? Items { get; set; }

    /// <summary>True when the pod may start although the source or key does not exist. Default false.</summary>
    [ProtoField(4, IsPointer = true)]
    public bool? Optional { get; set; }
}
