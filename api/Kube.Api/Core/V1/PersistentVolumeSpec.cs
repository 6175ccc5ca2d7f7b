namespace Kube.Api.Core.V1;

/// <summary>What and where a piece of storage is. Exactly one of its sources is set.</summary>
public sealed class PersistentVolumeSpec
{
    /// <summary>Its size, under the name storage.</summary>
    [ProtoField(1)]
    public Dictionary<string, Quantity>? Capacity { get; set; }

    /// <summary>A disk of Google's cloud. Deprecated.</summary>
    [ProtoField(2, 1, IsPointer = true)]
    public GCEPersistentDiskVolumeSource? GcePersistentDisk { get; set; }

    /// <summary>A disk of Amazon's cloud. Deprecated.</summary>
    [ProtoField(2, 2, IsPointer = true)]
    public AWSElasticBlockStoreVolumeSource? AwsElasticBlockStore { get; set; }

    /// <summary>A directory of the node's own; for clusters of one node.</summary>
    [ProtoField(2, 3, IsPointer = true)]
    public HostPathVolumeSource? HostPath { get; set; }

    /// <summary>A Gluster volume. Deprecated.</summary>
    [ProtoField(2, 4, IsPointer = true)]
    public GlusterfsPersistentVolumeSource? Glusterfs { get; set; }

    /// <summary>A share of an NFS server.</summary>
    [ProtoField(2, 5, IsPointer = true)]
    public NFSVolumeSource? Nfs { get; set; }

    /// <summary>A Ceph block device. Deprecated.</summary>
    [ProtoField(2, 6, IsPointer = true)]
    public RBDPersistentVolumeSource? Rbd { get; set; }

    /// <summary>An iSCSI disk.</summary>
    [ProtoField(2, 7, IsPointer = true)]
    public ISCSIPersistentVolumeSource? Iscsi { get; set; }

    /// <summary>A disk of OpenStack. Deprecated.</summary>
    [ProtoField(2, 8, IsPointer = true)]
    public CinderPersistentVolumeSource? Cinder { get; set; }

    /// <summary>A Ceph file system. Deprecated.</summary>
    [ProtoField(2, 9, IsPointer = true)]
    public CephFSPersistentVolumeSource? Cephfs { get; set; }

    /// <summary>A fibre channel disk.</summary>
    [ProtoField(2, 10, IsPointer = true)]
    public FCVolumeSource? Fc { get; set; }

    /// <summary>A Flocker volume. Deprecated.</summary>
    [ProtoField(2, 11, IsPointer = true)]
    public FlockerVolumeSource? Flocker { get; set; }

    /// <summary>A volume of a plug-in that is run as a command. Deprecated.</summary>
    [ProtoField(2, 12, IsPointer = true)]
    public FlexPersistentVolumeSource? FlexVolume { get; set; }

    /// <summary>A file share of Microsoft's cloud. Deprecated.</summary>
    [ProtoField(2, 13, IsPointer = true)]
    public AzureFilePersistentVolumeSource? AzureFile { get; set; }

    /// <summary>A vSphere disk. Deprecated.</summary>
    [ProtoField(2, 14, IsPointer = true)]
    public VsphereVirtualDiskVolumeSource? VsphereVolume { get; set; }

    /// <summary>A Quobyte volume. Deprecated.</summary>
    [ProtoField(2, 15, IsPointer = true)]
    public QuobyteVolumeSource? Quobyte { get; set; }

    /// <summary>A disk of Microsoft's cloud. Deprecated.</summary>
    [ProtoField(2, 16, IsPointer = true)]
    public AzureDiskVolumeSource? AzureDisk { get; set; }

    /// <summary>A Photon disk. Deprecated.</summary>
    [ProtoField(2, 17, IsPointer = true)]
    public PhotonPersistentDiskVolumeSource? PhotonPersistentDisk { get; set; }

    /// <summary>A Portworx volume. Deprecated.</summary>
    [ProtoField(2, 18, IsPointer = true)]
    public PortworxVolumeSource? PortworxVolume { get; set; }

    /// <summary>A ScaleIO volume. Deprecated.</summary>
    [ProtoField(2, 19, IsPointer = true)]
    public ScaleIOPersistentVolumeSource? ScaleIO { get; set; }

    /// <summary>A disk or directory of one node; needs nodeAffinity.</summary>
    [ProtoField(2, 20, IsPointer = true)]
    public LocalVolumeSource? Local { get; set; }

    /// <summary>A StorageOS volume. Deprecated.</summary>
    [ProtoField(2, 21, IsPointer = true)]
    public StorageOSPersistentVolumeSource? Storageos { get; set; }

    /// <summary>A volume of a CSI driver.</summary>
    [ProtoField(2, 22, IsPointer = true)]
    public CSIPersistentVolumeSource? Csi { get; set; }

    /// <summary>All the ways it can be mounted, such as ReadWriteOnce.</summary>
    [ProtoField(3)]
    public List<string>? AccessModes { get; set; }

    /// <summary>The claim that has it, or that it is reserved for. Absent while it is free.</summary>
    [MapGranular, ProtoField(4, IsPointer = true)]
    public ObjectReference? ClaimRef { get; set; }

    /// <summary>What becomes of it when its claim goes: Retain (default for volumes made by hand), Delete (default for provisioned ones) or Recycle (deprecated).</summary>
    [ProtoField(5)]
    public string? PersistentVolumeReclaimPolicy { get; set; }

    /// <summary>Class it belongs to; empty for none.</summary>
    [ProtoField(6)]
    public string? StorageClassName { get; set; }

    /// <summary>Options to mount it with, such as ro; the mount fails when one is wrong.</summary>
    [ProtoField(7)]
    public List<string>? MountOptions { get; set; }

    /// <summary>Filesystem (default) or Block.</summary>
    [ProtoField(8, IsPointer = true)]
    public string? VolumeMode { get; set; }

    /// <summary>The nodes that can reach it; all when absent.</summary>
    [ProtoField(9, IsPointer = true)]
    public VolumeNodeAffinity? NodeAffinity { get; set; }

    /// <summary>Class of the attributes it has; changed by the CSI driver only.</summary>
    [ProtoField(10, IsPointer = true)]
    public string? VolumeAttributesClassName { get; set; }
}
