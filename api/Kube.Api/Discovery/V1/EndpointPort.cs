namespace Kube.Api.Discovery.V1;

[MapAtomic]
public sealed class EndpointPort
{
    [ProtoField(1, IsPointer = true)]
    public string? Name { get; set; }

    [ProtoField(2, IsPointer = true)]
    public string? Protocol { get; set; }

    [ProtoField(3, IsPointer = true)]
    public int? Port { get; set; }

    [ProtoField(4, IsPointer = true)]
    public string? AppProtocol { get; set; }
}
