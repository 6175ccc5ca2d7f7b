namespace Kube.Api.Core.V1;

public sealed class ServicePort
{
    [ProtoField(1)]
    public string? Name { get; set; }

    [WireDefault("TCP"), ProtoField(2)]
    public string? Protocol { get; set; }

    [ProtoField(6, IsPointer = true)]
    public string? AppProtocol { get; set; }

    [Required, ProtoField(3)]
    public int? Port { get; set; }

    [ProtoField(4)]
    public IntOrString? TargetPort { get; set; }

    [ProtoField(5)]
    public int? NodePort { get; set; }
}
