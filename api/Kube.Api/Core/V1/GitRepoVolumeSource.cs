namespace Kube.Api.Core.V1;

public sealed class GitRepoVolumeSource
{
    [Required]
    public string? Repository { get; set; }

    public string? Revision { get; set; }

    public string? Directory { get; set; }
}
