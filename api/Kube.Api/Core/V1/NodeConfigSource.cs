namespace Kube.Api.Core.V1;

public sealed class NodeConfigSource
{
    [ProtoField(2, IsPointer = true)]
    public ConfigMapNodeConfigSource? ConfigMap { get; set; }
}
