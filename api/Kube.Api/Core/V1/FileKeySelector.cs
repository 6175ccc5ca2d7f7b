namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class FileKeySelector
{
    [Required]
    public string? VolumeName { get; set; }

    [Required]
    public string? Path { get; set; }

    [Required]
    public string? Key { get; set; }

    public bool? Optional { get; set; }
}
