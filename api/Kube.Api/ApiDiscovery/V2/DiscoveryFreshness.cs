namespace Kube.Api.ApiDiscovery.V2;

/// <summary>The names the API knows for <c>DiscoveryFreshness</c>; on the wire it is a string.</summary>
public static class DiscoveryFreshness
{
    /// <summary>The list is up to date.</summary>
    public const string Current = "Current";
    /// <summary>The list may be out of date.</summary>
    public const string Stale = "Stale";
}
