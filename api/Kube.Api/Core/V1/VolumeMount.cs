namespace Kube.Api.Core.V1;

public sealed class VolumeMount
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(2)]
    public bool? ReadOnly { get; set; }

    [ProtoField(7, IsPointer = true)]
    public string? RecursiveReadOnly { get; set; }

    [Required, ProtoField(3)]
    public string? MountPath { get; set; }

    [ProtoField(4)]
    public string? SubPath { get; set; }

    [ProtoField(5, IsPointer = true)]
    public string? MountPropagation { get; set; }

    [ProtoField(6)]
    public string? SubPathExpr { get; set; }
}
