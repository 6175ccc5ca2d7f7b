namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>DNSPolicy</c>; on the wire it is a string.</summary>
public static class DNSPolicy
{
    public const string ClusterFirstWithHostNet = "ClusterFirstWithHostNet";
    public const string ClusterFirst = "ClusterFirst";
    public const string Default = "Default";
    public const string None = "None";
}
