namespace Kube.Api.Networking.V1;

/// <summary>The directions a NetworkPolicy may rule.</summary>
public static class PolicyType
{
    /// <summary>Traffic to the pods.</summary>
    public const string Ingress = "Ingress";

    /// <summary>Traffic from the pods.</summary>
    public const string Egress = "Egress";
}
