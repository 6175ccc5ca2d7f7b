namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>URIScheme</c>; on the wire it is a string.</summary>
public static class URIScheme
{
    /// <summary>Plain HTTP.</summary>
    public const string HTTP = "HTTP";
    /// <summary>HTTP over TLS.</summary>
    public const string HTTPS = "HTTPS";
}
