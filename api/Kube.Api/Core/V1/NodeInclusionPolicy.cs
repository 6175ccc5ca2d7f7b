namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NodeInclusionPolicy</c>; on the wire it is a string.</summary>
public static class NodeInclusionPolicy
{
    /// <summary>All nodes are counted.</summary>
    public const string Ignore = "Ignore";
    /// <summary>Only nodes the pod could use are counted.</summary>
    public const string Honor = "Honor";
}
