namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PodFSGroupChangePolicy</c>; on the wire it is a string.</summary>
public static class PodFSGroupChangePolicy
{
    public const string OnRootMismatch = "OnRootMismatch";
    public const string Always = "Always";
}
