using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.ApiServer.ServiceAccounts;

/// <summary>An object a token speaks of, by the identity it had when the token was made.</summary>
internal sealed record NamedObject(string Name, string Uid);

/// <summary>What a service account's token says; the names on the wire are those of Kubernetes.</summary>
internal sealed record TokenClaims
{
    private const string Private = "kubernetes.io";

    public required string Issuer { get; init; }

    public required string Id { get; init; }

    public required IReadOnlyList<string> Audiences { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public required string Namespace { get; init; }

    public required NamedObject ServiceAccount { get; init; }

    /// <summary>The pod the token lives with.</summary>
    public NamedObject? Pod { get; init; }

    /// <summary>The secret the token lives with.</summary>
    public NamedObject? Secret { get; init; }

    /// <summary>The node the token lives with, or, beside a pod, the node of the pod.</summary>
    public NamedObject? Node { get; init; }

    /// <summary>The user name of the service account.</summary>
    public string Subject => $"system:serviceaccount:{Namespace}:{ServiceAccount.Name}";

    /// <summary>Reads the claims of a token; null when they are not those of a service account.</summary>
    public static TokenClaims? Read(JsonElement claims)
    {
        if (!claims.TryGetProperty(Private, out var own) || own.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var (issuer, ns, account) = (Text(claims, "iss"), Text(own, "namespace"), Object(own, "serviceaccount"));
        var (issued, expires) = (Time(claims, "nbf"), Time(claims, "exp"));
        return issuer is null || ns is null || account is null || issued is null || expires is null ? null : new TokenClaims
        {
            Issuer = issuer,
            Id = Text(claims, "jti") ?? "",
            Audiences = Texts(claims, "aud"),
            IssuedAt = issued.Value,
            Expires = expires.Value,
            Namespace = ns,
            ServiceAccount = account,
            Pod = Object(own, "pod"),
            Secret = Object(own, "secret"),
            Node = Object(own, "node"),
        };
    }

    public JsonObject Write()
    {
        var own = new JsonObject { ["namespace"] = Namespace, ["serviceaccount"] = Json(ServiceAccount) };
        foreach (var (name, bound) in new[] { ("node", Node), ("pod", Pod), ("secret", Secret) })
        {
            if (bound is not null)
            {
                own[name] = Json(bound);
            }
        }

        return new JsonObject
        {
            ["aud"] = new JsonArray([.. Audiences.Select(a => (JsonNode?)a)]),
            ["exp"] = Expires.ToUnixTimeSeconds(),
            ["iat"] = IssuedAt.ToUnixTimeSeconds(),
            ["iss"] = Issuer,
            ["jti"] = Id,
            [Private] = own,
            ["nbf"] = IssuedAt.ToUnixTimeSeconds(),
            ["sub"] = Subject,
        };
    }

    private static JsonObject Json(NamedObject obj) => new() { ["name"] = obj.Name, ["uid"] = obj.Uid };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IReadOnlyList<string> Texts(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)] : [];

    /// <summary>Only times the calendar knows: 1970 to 9999.</summary>
    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is >= 0 and <= 253402300799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static NamedObject? Object(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object && Text(value, "name") is { } known && Text(value, "uid") is { } uid
            ? new NamedObject(known, uid)
            : null;
}
