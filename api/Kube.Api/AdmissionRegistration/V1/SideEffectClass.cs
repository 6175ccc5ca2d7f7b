namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Whether calling a webhook has effects beyond its answer.</summary>
public static class SideEffectClass
{
    /// <summary>Nobody knows; no longer allowed.</summary>
    public const string Unknown = "Unknown";

    /// <summary>No effects.</summary>
    public const string None = "None";

    /// <summary>Effects, on dry runs too; no longer allowed.</summary>
    public const string Some = "Some";

    /// <summary>Effects, but none for dry runs.</summary>
    public const string NoneOnDryRun = "NoneOnDryRun";
}
