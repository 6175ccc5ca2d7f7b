namespace Kube.Api.Core.V1;

public sealed class PodDNSConfigOption
{
    [ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(2, IsPointer = true)]
    public string? Value { get; set; }
}
