namespace Kube.Api.Core.V1;

public sealed class DaemonEndpoint
{
    [Required]
    public int? Port { get; set; }
}
