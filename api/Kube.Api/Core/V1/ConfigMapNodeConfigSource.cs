namespace Kube.Api.Core.V1;

/// <summary>A ConfigMap with settings of a kubelet. No longer used.</summary>
public sealed class ConfigMapNodeConfigSource
{
    /// <summary>Namespace of the ConfigMap.</summary>
    [Required, ProtoField(1)]
    public string? Namespace { get; set; }

    /// <summary>Name of the ConfigMap.</summary>
    [Required, ProtoField(2)]
    public string? Name { get; set; }

    /// <summary>Its uid.</summary>
    [ProtoField(3)]
    public string? Uid { get; set; }

    /// <summary>Its version.</summary>
    [ProtoField(4)]
    public string? ResourceVersion { get; set; }

    /// <summary>Key that holds the settings.</summary>
    [Required, ProtoField(5)]
    public string? KubeletConfigKey { get; set; }
}
