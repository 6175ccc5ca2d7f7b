namespace Kube.Api.Core.V1;

public sealed class NodeRuntimeHandlerFeatures
{
    public bool? RecursiveReadOnlyMounts { get; set; }

    public bool? UserNamespaces { get; set; }
}
