namespace Kube.Api.Core.V1;

public sealed class AWSElasticBlockStoreVolumeSource
{
    [Required]
    public string? VolumeID { get; set; }

    public string? FsType { get; set; }

    public int? Partition { get; set; }

    public bool? ReadOnly { get; set; }
}
