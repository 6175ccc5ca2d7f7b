using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api;

namespace Kube.ApiServer.ServiceAccounts;

/// <summary>Signed JSON Web Tokens in their compact form: header, claims and signature, each base64url, with dots between.</summary>
internal static class Jwt
{
    /// <summary>Longer texts are no tokens of ours.</summary>
    private const int MaximumLength = 64 * 1024;

    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>A token with these claims.</summary>
    public static string Sign(JsonObject claims, TokenKey key)
    {
        var header = new JsonObject { ["alg"] = key.Algorithm, ["kid"] = key.Id };
        var text = $"{Encode(Utf8(header))}.{Encode(Utf8(claims))}";
        return $"{text}.{Encode(key.Sign(Encoding.ASCII.GetBytes(text)))}";
    }

    /// <summary>The claims of a token that one of the keys signed; null for every other text. Nothing of the token is believed before that.</summary>
    public static JsonElement? Verify(string token, IReadOnlyList<TokenKey> keys)
    {
        if (token.Length > MaximumLength || token.Split('.') is not [var header, var claims, var signature] || Decode(signature) is not { } proof || Read(header) is not { } head)
        {
            return null;
        }

        var (algorithm, id) = (Text(head, "alg"), Text(head, "kid"));
        var text = Encoding.ASCII.GetBytes($"{header}.{claims}");
        var signed = keys.Any(k => k.Algorithm == algorithm && (id is null || id == k.Id) && k.Verify(text, proof));
        return signed ? Read(claims) : null;
    }

    private static byte[] Utf8(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(ApiJson.Options));

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Decode(string part) => Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : null;

    private static JsonElement? Read(string part)
    {
        if (Decode(part) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
