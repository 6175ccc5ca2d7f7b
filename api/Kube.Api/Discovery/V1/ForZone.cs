namespace Kube.Api.Discovery.V1;

public sealed class ForZone
{
    [Required]
    public string? Name { get; set; }
}
