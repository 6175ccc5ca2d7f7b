namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PodFSGroupChangePolicy</c>; on the wire it is a string.</summary>
public static class PodFSGroupChangePolicy
{
    /// <summary>Only when the top folder's owner is wrong.</summary>
    public const string OnRootMismatch = "OnRootMismatch";
    /// <summary>At every mount.</summary>
    public const string Always = "Always";
}
