namespace Kube.Api.Core.V1;

public sealed class ResourceClaim
{
    [Required]
    public string? Name { get; set; }

    public string? Request { get; set; }
}
