using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>What a volume has when its author does not say; a volume without a source is an emptyDir.</summary>
internal static class VolumeDefaults
{
    /// <summary>Octal 644.</summary>
    private const int FileMode = 420;

    private const long TokenSeconds = 3600;

    public static void Apply(Volume volume)
    {
        if (VolumeSources.Of(volume).Count == 0)
        {
            volume.EmptyDir = new EmptyDirVolumeSource();
        }

        VolumeSourceDefaults.Apply(volume);
        if (volume.Ephemeral?.VolumeClaimTemplate?.Spec is { } claim)
        {
            PersistentVolumeClaimDefaults.Apply(claim);
        }

        if (volume.Secret is { } secret)
        {
            secret.DefaultMode ??= FileMode;
        }

        if (volume.ConfigMap is { } configMap)
        {
            configMap.DefaultMode ??= FileMode;
        }

        if (volume.Image is { } image)
        {
            image.PullPolicy ??= ContainerDefaults.PullPolicyFor(image.Reference);
        }

        ApplyFiles(volume);
    }

    private static void ApplyFiles(Volume volume)
    {
        if (volume.DownwardAPI is { } downward)
        {
            downward.DefaultMode ??= FileMode;
            Apply(downward.Items);
        }

        if (volume.Projected is not { } projected)
        {
            return;
        }

        projected.DefaultMode ??= FileMode;
        foreach (var source in projected.Sources ?? [])
        {
            Apply(source.DownwardAPI?.Items);
            if (source.ServiceAccountToken is { } token)
            {
                token.ExpirationSeconds ??= TokenSeconds;
            }
        }
    }

    private static void Apply(List<DownwardAPIVolumeFile>? files)
    {
        foreach (var file in files ?? [])
        {
            ContainerDefaults.Apply(file.FieldRef);
            ContainerDefaults.Apply(file.ResourceFieldRef);
        }
    }
}
