namespace Kube.Api.ApiDiscovery.V2;

/// <summary>The names the API knows for <c>DiscoveryFreshness</c>; on the wire it is a string.</summary>
public static class DiscoveryFreshness
{
    public const string Current = "Current";
    public const string Stale = "Stale";
}
