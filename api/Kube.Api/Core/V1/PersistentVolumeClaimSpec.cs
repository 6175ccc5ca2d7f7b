using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>What storage is asked for.</summary>
public sealed class PersistentVolumeClaimSpec
{
    /// <summary>How it will be mounted, such as ReadWriteOnce.</summary>
    [ProtoField(1)]
    public List<string>? AccessModes { get; set; }

    /// <summary>Labels of volumes to choose from.</summary>
    [ProtoField(4, IsPointer = true)]
    public LabelSelector? Selector { get; set; }

    /// <summary>Size, as a request for storage.</summary>
    [ProtoField(2)]
    public VolumeResourceRequirements? Resources { get; set; }

    /// <summary>The volume that fulfils the claim.</summary>
    [ProtoField(3)]
    public string? VolumeName { get; set; }

    /// <summary>Class of storage; the cluster's default when absent, none when empty.</summary>
    [ProtoField(5, IsPointer = true)]
    public string? StorageClassName { get; set; }

    /// <summary>Filesystem (default) or Block.</summary>
    [ProtoField(6, IsPointer = true)]
    public string? VolumeMode { get; set; }

    /// <summary>Object to fill the volume from.</summary>
    [ProtoField(7, IsPointer = true)]
    public TypedLocalObjectReference? DataSource { get; set; }

    /// <summary>Object to fill the volume from, also of other namespaces.</summary>
    [ProtoField(8, IsPointer = true)]
    public TypedObjectReference? DataSourceRef { get; set; }

    /// <summary>Class of attributes that can be changed later.</summary>
    [ProtoField(9, IsPointer = true)]
    public string? VolumeAttributesClassName { get; set; }
}
