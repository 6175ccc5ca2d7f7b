namespace Kube.Api.Core.V1;

public sealed class NFSVolumeSource
{
    [Required]
    public string? Server { get; set; }

    [Required]
    public string? Path { get; set; }

    public bool? ReadOnly { get; set; }
}
