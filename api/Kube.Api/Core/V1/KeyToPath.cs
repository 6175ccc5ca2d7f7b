namespace Kube.Api.Core.V1;

public sealed class KeyToPath
{
    [Required]
    public string? Key { get; set; }

    [Required]
    public string? Path { get; set; }

    public int? Mode { get; set; }
}
