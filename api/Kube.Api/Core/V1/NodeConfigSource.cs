namespace Kube.Api.Core.V1;

public sealed class NodeConfigSource
{
    public ConfigMapNodeConfigSource? ConfigMap { get; set; }
}
