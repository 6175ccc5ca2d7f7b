using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>Which of its possible sources a volume has; valid volumes have one.</summary>
public static class VolumeSources
{
    /// <summary>JSON names of the sources that are set.</summary>
    public static IReadOnlyList<string> Of(Volume v) => [.. Pairs(v).Where(p => p.Source is not null).Select(p => p.Name)];

    /// <summary>JSON names of the sources of a persistent volume that are set.</summary>
    public static IReadOnlyList<string> Of(PersistentVolumeSpec v) => [.. Pairs(v).Where(p => p.Source is not null).Select(p => p.Name)];

    private static (string Name, object? Source)[] Pairs(PersistentVolumeSpec v) =>
    [
        ("hostPath", v.HostPath), ("gcePersistentDisk", v.GcePersistentDisk), ("awsElasticBlockStore", v.AwsElasticBlockStore),
        ("glusterfs", v.Glusterfs), ("flocker", v.Flocker), ("nfs", v.Nfs), ("rbd", v.Rbd), ("quobyte", v.Quobyte), ("cephfs", v.Cephfs),
        ("iscsi", v.Iscsi), ("cinder", v.Cinder), ("fc", v.Fc), ("flexVolume", v.FlexVolume), ("azureFile", v.AzureFile),
        ("vsphereVolume", v.VsphereVolume), ("azureDisk", v.AzureDisk), ("photonPersistentDisk", v.PhotonPersistentDisk),
        ("portworxVolume", v.PortworxVolume), ("scaleIO", v.ScaleIO), ("local", v.Local), ("storageos", v.Storageos), ("csi", v.Csi),
    ];

    private static (string Name, object? Source)[] Pairs(Volume v) =>
    [
        ("hostPath", v.HostPath), ("emptyDir", v.EmptyDir), ("configMap", v.ConfigMap), ("secret", v.Secret), ("downwardAPI", v.DownwardAPI),
        ("projected", v.Projected), ("persistentVolumeClaim", v.PersistentVolumeClaim), ("nfs", v.Nfs), ("image", v.Image), ("csi", v.Csi),
        ("ephemeral", v.Ephemeral), ("gcePersistentDisk", v.GcePersistentDisk), ("awsElasticBlockStore", v.AwsElasticBlockStore),
        ("gitRepo", v.GitRepo), ("iscsi", v.Iscsi), ("glusterfs", v.Glusterfs), ("rbd", v.Rbd), ("flexVolume", v.FlexVolume),
        ("cinder", v.Cinder), ("cephfs", v.Cephfs), ("flocker", v.Flocker), ("fc", v.Fc), ("azureFile", v.AzureFile),
        ("vsphereVolume", v.VsphereVolume), ("quobyte", v.Quobyte), ("azureDisk", v.AzureDisk), ("photonPersistentDisk", v.PhotonPersistentDisk),
        ("portworxVolume", v.PortworxVolume), ("scaleIO", v.ScaleIO), ("storageos", v.Storageos),
    ];
}
