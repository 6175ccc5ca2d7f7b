namespace Kube.Api.Core.V1;

public sealed class LocalObjectReference
{
    public string? Name { get; set; }
}
