namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Which resources a rule is for.</summary>
public static class ScopeType
{
    /// <summary>Cluster-scoped resources; Namespace is one.</summary>
    public const string Cluster = "Cluster";

    /// <summary>Resources in namespaces.</summary>
    public const string Namespaced = "Namespaced";

    /// <summary>Both.</summary>
    public const string All = "*";
}
