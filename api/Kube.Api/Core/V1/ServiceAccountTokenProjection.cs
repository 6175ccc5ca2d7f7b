namespace Kube.Api.Core.V1;

public sealed class ServiceAccountTokenProjection
{
    public string? Audience { get; set; }

    public long? ExpirationSeconds { get; set; }

    [Required]
    public string? Path { get; set; }
}
