namespace Kube.Api.Certificates.V1;

/// <summary>The conditions of a request that the server knows.</summary>
public static class RequestConditionType
{
    /// <summary>The signer shall issue.</summary>
    public const string Approved = "Approved";

    /// <summary>The signer shall not issue.</summary>
    public const string Denied = "Denied";

    /// <summary>The signer could not issue.</summary>
    public const string Failed = "Failed";
}
