using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>What a claim has when its author does not say; also claims in templates.</summary>
internal static class PersistentVolumeClaimDefaults
{
    private const string SnapshotGroup = "snapshot.storage.k8s.io";
    private const string SnapshotKind = "VolumeSnapshot";

    public static void Apply(PersistentVolumeClaim claim)
    {
        claim.Status ??= new PersistentVolumeClaimStatus();
        if (string.IsNullOrEmpty(claim.Status.Phase))
        {
            claim.Status.Phase = PersistentVolumeClaimPhase.Pending;
        }

        Apply(claim.Spec ??= new PersistentVolumeClaimSpec());
    }

    public static void Apply(PersistentVolumeClaimSpec spec) => spec.VolumeMode ??= PersistentVolumeMode.Filesystem;

    /// <summary>
    /// Of the two fields for the object to fill a volume from, the older takes only claims and snapshots: anything else in it was always
    /// ignored. Then each is filled from the other. References to other namespaces are not served and lose their namespace.
    /// </summary>
    public static void NormalizeSources(PersistentVolumeClaimSpec? spec, PersistentVolumeClaimSpec? old = null)
    {
        if (spec is null)
        {
            return;
        }

        if (spec.DataSourceRef is { } reference && string.IsNullOrEmpty(old?.DataSourceRef?.Namespace))
        {
            reference.Namespace = null;
        }

        if (old?.DataSource is null && old?.DataSourceRef is null && spec.DataSource is { } source && !IsClaimOrSnapshot(source))
        {
            spec.DataSource = null;
        }

        Fill(spec);
    }

    private static void Fill(PersistentVolumeClaimSpec spec)
    {
        if (spec is { DataSource: { } source, DataSourceRef: null })
        {
            spec.DataSourceRef = new TypedObjectReference { ApiGroup = source.ApiGroup, Kind = source.Kind, Name = source.Name };
        }
        else if (spec is { DataSource: null, DataSourceRef: { Namespace: null or "" } reference })
        {
            spec.DataSource = new TypedLocalObjectReference { ApiGroup = reference.ApiGroup, Kind = reference.Kind, Name = reference.Name };
        }
    }

    private static bool IsClaimOrSnapshot(TypedLocalObjectReference source) => string.IsNullOrEmpty(source.ApiGroup)
        ? source.Kind == PersistentVolumeClaim.Info.Kind
        : source is { ApiGroup: SnapshotGroup, Kind: SnapshotKind };
}
