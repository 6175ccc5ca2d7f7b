namespace Kube.Api.Core.V1;

public sealed class NodeAddress
{
    [Required]
    public string? Type { get; set; }

    [Required]
    public string? Address { get; set; }
}
