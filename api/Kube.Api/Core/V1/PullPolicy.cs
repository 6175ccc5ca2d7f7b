namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PullPolicy</c>; on the wire it is a string.</summary>
public static class PullPolicy
{
    /// <summary>Ask the registry at every start.</summary>
    public const string Always = "Always";
    /// <summary>Use only what the node has.</summary>
    public const string Never = "Never";
    /// <summary>Pull only what the node does not have.</summary>
    public const string IfNotPresent = "IfNotPresent";
}
