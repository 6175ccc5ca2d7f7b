namespace Kube.Api.Core.V1;

public sealed class NamespaceSpec
{
    [ProtoField(1)]
    public List<string>? Finalizers { get; set; }
}
