namespace Kube.Api.Core.V1;

/// <summary>Where a kubelet took its settings from. No longer used.</summary>
public sealed class NodeConfigSource
{
    /// <summary>A ConfigMap.</summary>
    [ProtoField(2, IsPointer = true)]
    public ConfigMapNodeConfigSource? ConfigMap { get; set; }
}
