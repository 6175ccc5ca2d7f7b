using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.Printing;

namespace Kctl.Create;

/// <summary>The tail of names that follow a config map's or secret's content, as <c>--append-hash</c> and kustomize make it. Pure.</summary>
internal static class ContentHash
{
    private const int Length = 10;

    /// <summary>The tail, without its dash.</summary>
    /// <param name="withName">Whether the name counts; kustomize leaves it out, so that a prefix changes no hash.</param>
    public static string Of(JsonObject obj, bool withName = true)
    {
        var kind = obj.Text("kind") ?? "";
        var hashed = new JsonObject { ["data"] = obj["data"]?.DeepClone() ?? "", ["kind"] = kind, ["name"] = withName ? obj.Name() : "" };
        if (kind == "Secret")
        {
            hashed["type"] = obj.Text("type") ?? "";
        }

        foreach (var field in (ReadOnlySpan<string>)["binaryData", "immutable", "stringData"])
        {
            if (obj[field] is { } value)
            {
                hashed[field] = value.DeepClone();
            }
        }

        var hex = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonText.Compact(hashed))));
        return string.Concat(hex.Take(Length).Select(Letter));
    }

    /// <summary>Digits and vowels that could spell words are replaced.</summary>
    private static char Letter(char c) => c switch
    {
        '0' => 'g',
        '1' => 'h',
        '3' => 'k',
        'a' => 'm',
        'e' => 't',
        _ => c,
    };
}
