namespace Kube.Api.Core.V1;

public sealed class NamespaceSpec
{
    public List<string>? Finalizers { get; set; }
}
