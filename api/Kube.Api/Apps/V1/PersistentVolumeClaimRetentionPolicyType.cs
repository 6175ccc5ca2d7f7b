namespace Kube.Api.Apps.V1;

/// <summary>What becomes of a claim.</summary>
public static class PersistentVolumeClaimRetentionPolicyType
{
    /// <summary>It stays, with its data.</summary>
    public const string Retain = "Retain";

    /// <summary>It goes with its pod.</summary>
    public const string Delete = "Delete";
}
