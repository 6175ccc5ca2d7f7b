namespace Kube.Api.Core.V1;

public sealed class AzureFileVolumeSource
{
    [Required]
    public string? SecretName { get; set; }

    [Required]
    public string? ShareName { get; set; }

    public bool? ReadOnly { get; set; }
}
