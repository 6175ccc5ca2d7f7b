namespace Kube.Api.Core.V1;

public sealed class NodeRuntimeHandler
{
    public string? Name { get; set; }

    public NodeRuntimeHandlerFeatures? Features { get; set; }
}
