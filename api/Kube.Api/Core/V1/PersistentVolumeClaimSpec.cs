using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class PersistentVolumeClaimSpec
{
    [ProtoField(1)]
    public List<string>? AccessModes { get; set; }

    [ProtoField(4, IsPointer = true)]
    public LabelSelector? Selector { get; set; }

    [ProtoField(2)]
    public VolumeResourceRequirements? Resources { get; set; }

    [ProtoField(3)]
    public string? VolumeName { get; set; }

    [ProtoField(5, IsPointer = true)]
    public string? StorageClassName { get; set; }

    [ProtoField(6, IsPointer = true)]
    public string? VolumeMode { get; set; }

    [ProtoField(7, IsPointer = true)]
    public TypedLocalObjectReference? DataSource { get; set; }

    [ProtoField(8, IsPointer = true)]
    public TypedObjectReference? DataSourceRef { get; set; }

    [ProtoField(9, IsPointer = true)]
    public string? VolumeAttributesClassName { get; set; }
}
