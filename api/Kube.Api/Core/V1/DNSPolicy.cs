namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>DNSPolicy</c>; on the wire it is a string.</summary>
public static class DNSPolicy
{
    /// <summary>As ClusterFirst, also on the node's network.</summary>
    public const string ClusterFirstWithHostNet = "ClusterFirstWithHostNet";
    /// <summary>Ask the cluster's DNS.</summary>
    public const string ClusterFirst = "ClusterFirst";
    /// <summary>Ask whom the node asks.</summary>
    public const string Default = "Default";
    /// <summary>Ask only whom dnsConfig names.</summary>
    public const string None = "None";
}
