namespace Kube.Api.Core.V1;

/// <summary>Storage of a pod, under a name that containers mount it by. Exactly one source.</summary>
public sealed class Volume
{
    /// <summary>Name, unique in the pod; a DNS label.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>A file or folder of the node itself.</summary>
    [ProtoField(2, 1, IsPointer = true)]
    public HostPathVolumeSource? HostPath { get; set; }

    /// <summary>An empty folder that lives as long as the pod.</summary>
    [ProtoField(2, 2, IsPointer = true)]
    public EmptyDirVolumeSource? EmptyDir { get; set; }

    /// <summary>A disk of Google's cloud.</summary>
    [ProtoField(2, 3, IsPointer = true)]
    public GCEPersistentDiskVolumeSource? GcePersistentDisk { get; set; }

    /// <summary>A disk of Amazon's cloud.</summary>
    [ProtoField(2, 4, IsPointer = true)]
    public AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; set; }

    /// <summary>A clone of a git repository. No longer supported.</summary>
    [ProtoField(2, 5, IsPointer = true)]
    public GitRepoVolumeSource? GitRepo { get; set; }

    /// <summary>The keys of a Secret as files.</summary>
    [ProtoField(2, 6, IsPointer = true)]
    public SecretVolumeSource? Secret { get; set; }

    /// <summary>A folder of an NFS server.</summary>
    [ProtoField(2, 7, IsPointer = true)]
    public NFSVolumeSource? Nfs { get; set; }

    /// <summary>An iSCSI disk.</summary>
    [ProtoField(2, 8, IsPointer = true)]
    public ISCSIVolumeSource? Iscsi { get; set; }

    /// <summary>A Gluster volume. No longer supported.</summary>
    [ProtoField(2, 9, IsPointer = true)]
    public GlusterfsVolumeSource? Glusterfs { get; set; }

    /// <summary>A claim in the pod's namespace.</summary>
    [ProtoField(2, 10, IsPointer = true)]
    public PersistentVolumeClaimVolumeSource? PersistentVolumeClaim { get; set; }

    /// <summary>A Ceph block device. No longer supported.</summary>
    [ProtoField(2, 11, IsPointer = true)]
    public RBDVolumeSource? Rbd { get; set; }

    /// <summary>A volume of a plug-in run as a command.</summary>
    [ProtoField(2, 12, IsPointer = true)]
    public FlexVolumeSource? FlexVolume { get; set; }

    /// <summary>A disk of OpenStack.</summary>
    [ProtoField(2, 13, IsPointer = true)]
    public CinderVolumeSource? Cinder { get; set; }

    /// <summary>A Ceph file system. No longer supported.</summary>
    [ProtoField(2, 14, IsPointer = true)]
    public CephFSVolumeSource? Cephfs { get; set; }

    /// <summary>A Flocker data set. No longer supported.</summary>
    [ProtoField(2, 15, IsPointer = true)]
    public FlockerVolumeSource? Flocker { get; set; }

    /// <summary>Facts about the pod as files.</summary>
    [ProtoField(2, 16, IsPointer = true)]
    public DownwardAPIVolumeSource? DownwardAPI { get; set; }

    /// <summary>A Fibre Channel disk.</summary>
    [ProtoField(2, 17, IsPointer = true)]
    public FCVolumeSource? Fc { get; set; }

    /// <summary>A file share of Microsoft's cloud.</summary>
    [ProtoField(2, 18, IsPointer = true)]
    public AzureFileVolumeSource? AzureFile { get; set; }

    /// <summary>The keys of a ConfigMap as files.</summary>
    [ProtoField(2, 19, IsPointer = true)]
    public ConfigMapVolumeSource? ConfigMap { get; set; }

    /// <summary>A disk of vSphere.</summary>
    [ProtoField(2, 20, IsPointer = true)]
    public VsphereVirtualDiskVolumeSource? VsphereVolume { get; set; }

    /// <summary>A Quobyte volume. No longer supported.</summary>
    [ProtoField(2, 21, IsPointer = true)]
    public QuobyteVolumeSource? Quobyte { get; set; }

    /// <summary>A disk of Microsoft's cloud.</summary>
    [ProtoField(2, 22, IsPointer = true)]
    public AzureDiskVolumeSource? AzureDisk { get; set; }

    /// <summary>A disk of a Photon controller. No longer supported.</summary>
    [ProtoField(2, 23, IsPointer = true)]
    public PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; set; }

    /// <summary>Several sources of files in one folder.</summary>
    [ProtoField(2, 26, IsPointer = true)]
    public ProjectedVolumeSource? Projected { get; set; }

    /// <summary>A Portworx volume.</summary>
    [ProtoField(2, 24, IsPointer = true)]
    public PortworxVolumeSource? PortworxVolume { get; set; }

    /// <summary>A ScaleIO volume. No longer supported.</summary>
    [ProtoField(2, 25, IsPointer = true)]
    public ScaleIOVolumeSource? ScaleIO { get; set; }

    /// <summary>A StorageOS volume. No longer supported.</summary>
    [ProtoField(2, 27, IsPointer = true)]
    public StorageOSVolumeSource? Storageos { get; set; }

    /// <summary>A volume of a CSI driver that lives as long as the pod.</summary>
    [ProtoField(2, 28, IsPointer = true)]
    public CSIVolumeSource? Csi { get; set; }

    /// <summary>A claim made for the pod and deleted with it.</summary>
    [ProtoField(2, 29, IsPointer = true)]
    public EphemeralVolumeSource? Ephemeral { get; set; }

    /// <summary>The files of an image.</summary>
    [ProtoField(2, 30, IsPointer = true)]
    public ImageVolumeSource? Image { get; set; }
}
