namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class EndpointPort
{
    [ProtoField(1)]
    public string? Name { get; set; }

    [Required, ProtoField(2)]
    public int? Port { get; set; }

    [ProtoField(3)]
    public string? Protocol { get; set; }

    [ProtoField(4, IsPointer = true)]
    public string? AppProtocol { get; set; }
}
