namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>Whether something that changes objects runs again when a later one has changed the object.</summary>
public static class ReinvocationPolicyType
{
    /// <summary>Once per request.</summary>
    public const string Never = "Never";

    /// <summary>Again, when a later one has changed the object.</summary>
    public const string IfNeeded = "IfNeeded";
}
