namespace Kube.ApiServer.Streaming;

/// <summary>What a request is passed on to.</summary>
/// <param name="Address">Scheme, host, port, path and query.</param>
/// <param name="Transport">How it is reached and what it must show.</param>
/// <param name="Name">The name it is addressed by in the Host header, which its certificate is checked against; null for that of the address.</param>
internal sealed record Backend(Uri Address, BackendTransport Transport, string? Name = null)
{
    // Paths belong to the backend: dots and escapes in them are for it to read.
    private static readonly UriCreationOptions s_asIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>An address whose path and query are sent as they are given.</summary>
    public static Uri At(string scheme, string host, int port, string pathAndQuery) =>
        new($"{scheme}://{(host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host)}:{port}{pathAndQuery}", s_asIs);
}
