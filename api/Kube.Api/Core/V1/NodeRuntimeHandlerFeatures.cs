namespace Kube.Api.Core.V1;

public sealed class NodeRuntimeHandlerFeatures
{
    [ProtoField(1, IsPointer = true)]
    public bool? RecursiveReadOnlyMounts { get; set; }

    [ProtoField(2, IsPointer = true)]
    public bool? UserNamespaces { get; set; }
}
