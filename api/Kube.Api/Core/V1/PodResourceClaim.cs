namespace Kube.Api.Core.V1;

public sealed class PodResourceClaim
{
    [Required]
    public string? Name { get; set; }

    public string? ResourceClaimName { get; set; }

    public string? ResourceClaimTemplateName { get; set; }
}
