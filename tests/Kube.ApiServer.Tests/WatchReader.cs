using System.Text.Json.Nodes;

namespace Kube.ApiServer.Tests;

/// <summary>Reads a watch line by line.</summary>
internal sealed class WatchReader : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;

    private WatchReader(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _lines = new StreamReader(body);
    }

    /// <summary>Opens a watch; it has begun when this returns.</summary>
    public static async Task<WatchReader> OpenAsync(TestServer server, string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(200, (int)response.StatusCode);
        return new WatchReader(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event; null when the watch has ended.</summary>
    public async Task<JsonNode?> NextEventAsync()
    {
        using var limit = new CancellationTokenSource(s_limit);
        return await _lines.ReadLineAsync(limit.Token) is { } line ? JsonNode.Parse(line) : null;
    }

    /// <summary>The next event in short: type and name.</summary>
    public async Task<string> NextAsync() => await NextEventAsync() is { } next ? $"{next["type"]} {next["object"]!["metadata"]!["name"]}" : "(end)";

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        _response.Dispose();
        return default;
    }
}
