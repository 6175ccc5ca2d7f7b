namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class LocalObjectReference
{
    [ProtoField(1)]
    public string? Name { get; set; }
}
