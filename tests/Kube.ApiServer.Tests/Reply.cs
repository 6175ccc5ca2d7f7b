using System.Text.Json.Nodes;

namespace Kube.ApiServer.Tests;

/// <summary>An answer, read to the end.</summary>
internal sealed record Reply(int Code, string Text, IReadOnlyList<string> Warnings, string? ContentType)
{
    private JsonNode? _json;

    /// <summary>The body as JSON.</summary>
    public JsonNode Json => _json ??= JsonNode.Parse(Text)!;

    /// <summary>metadata.resourceVersion.</summary>
    public string Revision => (string)Json["metadata"]!["resourceVersion"]!;

    /// <summary>message of a Status.</summary>
    public string Message => (string?)Json["message"] ?? "";

    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        var warnings = response.Headers.TryGetValues("Warning", out var values) ? values.ToList() : [];
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(), warnings, response.Content.Headers.ContentType?.ToString());
    }

    /// <summary>Fails the test with the body when the code is another.</summary>
    public Reply Expect(int code)
    {
        Assert.True(Code == code, $"expected {code}, got {Code}: {Text}");
        return this;
    }

    /// <summary>Fails unless this is a Status of that code, reason and message.</summary>
    public void ExpectFailure(int code, string reason, string message)
    {
        Expect(code);
        Assert.Equal(("Status", "Failure", reason, code), ((string)Json["kind"]!, (string)Json["status"]!, (string)Json["reason"]!, (int)Json["code"]!));
        Assert.Equal(message, Message);
    }
}
