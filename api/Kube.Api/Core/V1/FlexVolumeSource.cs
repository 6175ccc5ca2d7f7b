namespace Kube.Api.Core.V1;

public sealed class FlexVolumeSource
{
    [Required]
    public string? Driver { get; set; }

    public string? FsType { get; set; }

    public LocalObjectReference? SecretRef { get; set; }

    public bool? ReadOnly { get; set; }

    public Dictionary<string, string>? Options { get; set; }
}
