namespace Kube.Api.Core.V1;

public sealed class TCPSocketAction
{
    [Required]
    public IntOrString? Port { get; set; }

    public string? Host { get; set; }
}
