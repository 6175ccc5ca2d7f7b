namespace Kube.Api.AdmissionRegistration.V1;

/// <summary>What becomes of a request that a webhook or a policy cannot judge.</summary>
public static class FailurePolicyType
{
    /// <summary>The request goes on as if nothing had been asked.</summary>
    public const string Ignore = "Ignore";

    /// <summary>The request is refused.</summary>
    public const string Fail = "Fail";
}
