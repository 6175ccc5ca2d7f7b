namespace Kube.Api.Core.V1;

public sealed class VolumeMount
{
    [Required]
    public string? Name { get; set; }

    public bool? ReadOnly { get; set; }

    public string? RecursiveReadOnly { get; set; }

    [Required]
    public string? MountPath { get; set; }

    public string? SubPath { get; set; }

    public string? MountPropagation { get; set; }

    public string? SubPathExpr { get; set; }
}
