namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class LocalObjectReference
{
    public string? Name { get; set; }
}
