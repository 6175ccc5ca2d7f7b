namespace Kube.Api.Core.V1;

public sealed class PodSchedulingGate
{
    [Required]
    public string? Name { get; set; }
}
