namespace Kube.Api.Core.V1;

public sealed class Volume
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(2, 1, IsPointer = true)]
    public HostPathVolumeSource? HostPath { get; set; }

    [ProtoField(2, 2, IsPointer = true)]
    public EmptyDirVolumeSource? EmptyDir { get; set; }

    [ProtoField(2, 3, IsPointer = true)]
    public GCEPersistentDiskVolumeSource? GcePersistentDisk { get; set; }

    [ProtoField(2, 4, IsPointer = true)]
    public AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; set; }

    [ProtoField(2, 5, IsPointer = true)]
    public GitRepoVolumeSource? GitRepo { get; set; }

    [ProtoField(2, 6, IsPointer = true)]
    public SecretVolumeSource? Secret { get; set; }

    [ProtoField(2, 7, IsPointer = true)]
    public NFSVolumeSource? Nfs { get; set; }

    [ProtoField(2, 8, IsPointer = true)]
    public ISCSIVolumeSource? Iscsi { get; set; }

    [ProtoField(2, 9, IsPointer = true)]
    public GlusterfsVolumeSource? Glusterfs { get; set; }

    [ProtoField(2, 10, IsPointer = true)]
    public PersistentVolumeClaimVolumeSource? PersistentVolumeClaim { get; set; }

    [ProtoField(2, 11, IsPointer = true)]
    public RBDVolumeSource? Rbd { get; set; }

    [ProtoField(2, 12, IsPointer = true)]
    public FlexVolumeSource? FlexVolume { get; set; }

    [ProtoField(2, 13, IsPointer = true)]
    public CinderVolumeSource? Cinder { get; set; }

    [ProtoField(2, 14, IsPointer = true)]
    public CephFSVolumeSource? Cephfs { get; set; }

    [ProtoField(2, 15, IsPointer = true)]
    public FlockerVolumeSource? Flocker { get; set; }

    [ProtoField(2, 16, IsPointer = true)]
    public DownwardAPIVolumeSource? DownwardAPI { get; set; }

    [ProtoField(2, 17, IsPointer = true)]
    public FCVolumeSource? Fc { get; set; }

    [ProtoField(2, 18, IsPointer = true)]
    public AzureFileVolumeSource? AzureFile { get; set; }

    [ProtoField(2, 19, IsPointer = true)]
    public ConfigMapVolumeSource? ConfigMap { get; set; }

    [ProtoField(2, 20, IsPointer = true)]
    public VsphereVirtualDiskVolumeSource? VsphereVolume { get; set; }

    [ProtoField(2, 21, IsPointer = true)]
    public QuobyteVolumeSource? Quobyte { get; set; }

    [ProtoField(2, 22, IsPointer = true)]
    public AzureDiskVolumeSource? AzureDisk { get; set; }

    [ProtoField(2, 23, IsPointer = true)]
    public PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; set; }

    [ProtoField(2, 26, IsPointer = true)]
    public ProjectedVolumeSource? Projected { get; set; }

    [ProtoField(2, 24, IsPointer = true)]
    public PortworxVolumeSource? PortworxVolume { get; set; }

    [ProtoField(2, 25, IsPointer = true)]
    public ScaleIOVolumeSource? ScaleIO { get; set; }

    [ProtoField(2, 27, IsPointer = true)]
    public StorageOSVolumeSource? Storageos { get; set; }

    [ProtoField(2, 28, IsPointer = true)]
    public CSIVolumeSource? Csi { get; set; }

    [ProtoField(2, 29, IsPointer = true)]
    public EphemeralVolumeSource? Ephemeral { get; set; }

    [ProtoField(2, 30, IsPointer = true)]
    public ImageVolumeSource? Image { get; set; }
}
