using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Machinery.Patch;

/// <summary>RFC 6901: where in a document an operation works. The last token is kept apart: it names a place in a container, whether or not something is there.</summary>
internal sealed class JsonPointer
{
    private readonly string _text;
    private readonly string[] _tokens;

    private JsonPointer(string text, string[] tokens)
    {
        _text = text;
        _tokens = tokens;
    }

    /// <summary>True for the pointer to the whole document.</summary>
    public bool IsRoot => _tokens.Length == 0;

    /// <summary>The name or index of the place in its container.</summary>
    public string Key => _tokens[^1];

    public static JsonPointer Parse(string text) => text.Length == 0
        ? new JsonPointer(text, [])
        : text[0] == '/'
            ? new JsonPointer(text, [.. text[1..].Split('/').Select(t => t.Replace("~1", "/").Replace("~0", "~"))])
            : throw new PatchException(PatchFailure.DoesNotApply, $"path \"{text}\" does not start with '/'");

    /// <summary>True when this is a place inside of <paramref name="other"/>.</summary>
    public bool IsWithin(JsonPointer other) => _tokens.Length > other._tokens.Length && _tokens.AsSpan(0, other._tokens.Length).SequenceEqual(other._tokens);

    /// <summary>The container the place is in; null when it is not there.</summary>
    public JsonNode? Container(JsonNode? root)
    {
        var node = root;
        foreach (var token in _tokens.AsSpan(0, _tokens.Length - 1))
        {
            node = node switch
            {
                JsonObject obj => obj[token],
                JsonArray array when TryIndex(token, out var i) && i < array.Count => array[i],
                _ => null,
            };
        }

        return node is JsonObject or JsonArray ? node : null;
    }

    /// <summary>An index of the array, or its end for <c>-</c> and for the index after the last, where that is <paramref name="allowed"/>.</summary>
    public int Index(JsonArray array, int allowed)
    {
        if (Key == "-" && allowed > array.Count - 1)
        {
            return array.Count;
        }

        return TryIndex(Key, out var index) && index <= allowed
            ? index
            : throw new PatchException(PatchFailure.DoesNotApply, $"Unable to access invalid index: {Key}: invalid index referenced");
    }

    public override string ToString() => _text;

    private static bool TryIndex(string token, out int index)
    {
        index = 0;
        return (token.Length == 1 || !token.StartsWith('0')) && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }
}
