namespace Kube.Api.Core.V1;

public sealed class TCPSocketAction
{
    [Required, ProtoField(1)]
    public IntOrString? Port { get; set; }

    [ProtoField(2)]
    public string? Host { get; set; }
}
