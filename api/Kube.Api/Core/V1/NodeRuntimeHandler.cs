namespace Kube.Api.Core.V1;

public sealed class NodeRuntimeHandler
{
    [ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(2, IsPointer = true)]
    public NodeRuntimeHandlerFeatures? Features { get; set; }
}
