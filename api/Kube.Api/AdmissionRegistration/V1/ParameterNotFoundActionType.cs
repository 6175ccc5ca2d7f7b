namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>What a binding does when its parameters are not there.</summary>
public static class ParameterNotFoundActionType
{
    /// <summary>The binding does nothing.</summary>
    public const string Allow = "Allow";

    /// <summary>The failure policy of the policy decides.</summary>
    public const string Deny = "Deny";
}
