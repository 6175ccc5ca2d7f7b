namespace Kube.Api.Core.V1;

public sealed class PortStatus
{
    [Required, ProtoField(1)]
    public int? Port { get; set; }

    [Required, ProtoField(2)]
    public string? Protocol { get; set; }

    [ProtoField(3, IsPointer = true)]
    public string? Error { get; set; }
}
