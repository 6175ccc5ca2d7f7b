namespace Kube.Api.Core.V1;

public sealed class PodOS
{
    [Required]
    public string? Name { get; set; }
}
