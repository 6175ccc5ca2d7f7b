namespace Kube.Api.Core.V1;

public sealed class ResourceHealth
{
    [Required]
    public string? ResourceID { get; set; }

    public string? Health { get; set; }

    public string? Message { get; set; }
}
