using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>What sources of volumes have when their author does not say, for the sources that pods and persistent volumes have in common.</summary>
internal static class VolumeSourceDefaults
{
    private const string IscsiInterface = "default";
    private const string RbdPool = "rbd";
    private const string RbdUser = "admin";
    private const string RbdKeyring = "/etc/ceph/keyring";
    private const string ScaleIOStorage = "ThinProvisioned";
    private const string ScaleIOFileSystem = "xfs";
    private const string AzureFileSystem = "ext4";

    public static void Apply(Volume volume)
    {
        Apply(volume.HostPath);
        Apply(volume.AzureDisk);
        if (volume.Iscsi is { } iscsi)
        {
            iscsi.IscsiInterface = Given(iscsi.IscsiInterface, IscsiInterface);
        }

        if (volume.Rbd is { } rbd)
        {
            (rbd.Pool, rbd.User, rbd.Keyring) = (Given(rbd.Pool, RbdPool), Given(rbd.User, RbdUser), Given(rbd.Keyring, RbdKeyring));
        }

        if (volume.ScaleIO is { } scaleIO)
        {
            (scaleIO.StorageMode, scaleIO.FsType) = (Given(scaleIO.StorageMode, ScaleIOStorage), Given(scaleIO.FsType, ScaleIOFileSystem));
        }
    }

    public static void Apply(PersistentVolumeSpec volume)
    {
        Apply(volume.HostPath);
        Apply(volume.AzureDisk);
        if (volume.Iscsi is { } iscsi)
        {
            iscsi.IscsiInterface = Given(iscsi.IscsiInterface, IscsiInterface);
        }

        if (volume.Rbd is { } rbd)
        {
            (rbd.Pool, rbd.User, rbd.Keyring) = (Given(rbd.Pool, RbdPool), Given(rbd.User, RbdUser), Given(rbd.Keyring, RbdKeyring));
        }

        if (volume.ScaleIO is { } scaleIO)
        {
            (scaleIO.StorageMode, scaleIO.FsType) = (Given(scaleIO.StorageMode, ScaleIOStorage), Given(scaleIO.FsType, ScaleIOFileSystem));
        }
    }

    private static string Given(string? value, string otherwise) => string.IsNullOrEmpty(value) ? otherwise : value;

    private static void Apply(HostPathVolumeSource? source)
    {
        if (source is not null)
        {
            source.Type ??= HostPathType.None;
        }
    }

    private static void Apply(AzureDiskVolumeSource? disk)
    {
        if (disk is not null)
        {
            disk.CachingMode ??= AzureDataDiskCachingMode.ReadWrite;
            disk.Kind ??= AzureDataDiskKind.Shared;
            disk.FsType ??= AzureFileSystem;
            disk.ReadOnly ??= false;
        }
    }
}
