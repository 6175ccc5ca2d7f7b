namespace Kube.Api.Core.V1;

/// <summary>The ConfigMap whose keys become environment variables.</summary>
public sealed class ConfigMapEnvSource
{
    /// <summary>Name of the ConfigMap.</summary>
    [ProtoField(1, 1)]
    public string? Name { get; set; }

    /// <summary>True when the pod may start although the source or key does not exist. Default false.</summary>
    [ProtoField(2, IsPointer = true)]
    public bool? Optional { get; set; }
}
