namespace Kube.Api.Discovery.V1;

public sealed class ForNode
{
    [Required]
    public string? Name { get; set; }
}
