namespace Kube.Api.Core.V1;

public sealed class PodResourceClaimStatus
{
    [Required]
    public string? Name { get; set; }

    public string? ResourceClaimName { get; set; }
}
