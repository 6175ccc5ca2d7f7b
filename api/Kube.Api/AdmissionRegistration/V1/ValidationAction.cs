namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>What a failed validation does.</summary>
public static class ValidationAction
{
    /// <summary>The request is refused.</summary>
    public const string Deny = "Deny";

    /// <summary>The client is warned.</summary>
    public const string Warn = "Warn";

    /// <summary>The failure is noted in the audit event.</summary>
    public const string Audit = "Audit";
}
