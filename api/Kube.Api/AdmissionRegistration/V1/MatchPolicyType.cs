namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Whether rules also match requests made through another version of the same resource.</summary>
public static class MatchPolicyType
{
    /// <summary>Only requests exactly as the rules name them.</summary>
    public const string Exact = "Exact";

    /// <summary>Also requests through other versions of the same resource.</summary>
    public const string Equivalent = "Equivalent";
}
