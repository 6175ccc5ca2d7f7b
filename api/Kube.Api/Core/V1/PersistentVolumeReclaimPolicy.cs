namespace Kube.Api.Core.V1;

/// <summary>What becomes of a volume when its claim goes.</summary>
public static class PersistentVolumeReclaimPolicy
{
    /// <summary>Its files are removed and it becomes free again. Deprecated.</summary>
    public const string Recycle = "Recycle";

    /// <summary>It is deleted together with the storage behind it.</summary>
    public const string Delete = "Delete";

    /// <summary>It stays as it is until somebody looks after it.</summary>
    public const string Retain = "Retain";
}
