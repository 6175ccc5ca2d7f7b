namespace Kube.Api.Core.V1;

public sealed class PodDNSConfigOption
{
    public string? Name { get; set; }

    public string? Value { get; set; }
}
