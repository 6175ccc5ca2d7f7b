namespace Kube.Api.Core.V1;

/// <summary>Where a volume appears in a container.</summary>
public sealed class VolumeMount
{
    /// <summary>Name of one of the pod's volumes.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(2)]
    public bool? ReadOnly { get; set; }

    /// <summary>Whether mounts below are read-only too: Disabled, IfPossible or Enabled.</summary>
    [ProtoField(7, IsPointer = true)]
    public string? RecursiveReadOnly { get; set; }

    /// <summary>Path in the container, unique among its mounts.</summary>
    [Required, ProtoField(3)]
    public string? MountPath { get; set; }

    /// <summary>Path within the volume to mount instead of its root. Relative, without steps up.</summary>
    [ProtoField(4)]
    public string? SubPath { get; set; }

    /// <summary>Whether mounts made later are seen on the other side: None (default), HostToContainer or Bidirectional.</summary>
    [ProtoField(5, IsPointer = true)]
    public string? MountPropagation { get; set; }

    /// <summary>Like subPath, with $(NAME) replaced by environment variables.</summary>
    [ProtoField(6)]
    public string? SubPathExpr { get; set; }
}
