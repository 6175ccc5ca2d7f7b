namespace Kube.Client;

/// <summary>One request before it is sent; unlike an <see cref="HttpRequestMessage"/> it can be sent again.</summary>
internal sealed record ApiRequest(HttpMethod Method, string Path)
{
    public ReadOnlyMemory<byte>? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>A caller's own content in place of <see cref="Body"/>; sent once only.</summary>
    public HttpContent? Content { get; init; }

    public string Accept { get; init; } = "application/json";

    /// <summary>Send again when the server answers 429 or 503 and says when to come back.</summary>
    public bool RetryWhenBusy { get; init; } = true;
}
