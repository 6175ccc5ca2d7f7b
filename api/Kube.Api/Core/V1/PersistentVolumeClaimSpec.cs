using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class PersistentVolumeClaimSpec
{
    public List<string>? AccessModes { get; set; }

    public LabelSelector? Selector { get; set; }

    public VolumeResourceRequirements? Resources { get; set; }

    public string? VolumeName { get; set; }

    public string? StorageClassName { get; set; }

    public string? VolumeMode { get; set; }

    public TypedLocalObjectReference? DataSource { get; set; }

    public TypedObjectReference? DataSourceRef { get; set; }

    public string? VolumeAttributesClassName { get; set; }
}
