namespace Kube.Api.Core.V1;

public sealed class GRPCAction
{
    [Required]
    public int? Port { get; set; }

    public string? Service { get; set; }
}
