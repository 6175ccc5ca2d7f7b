namespace Kube.ApiServer.Codec;

/// <summary>One media type with its parameters, as in Accept and Content-Type headers.</summary>
internal sealed record MediaType(string Name, IReadOnlyDictionary<string, string> Parameters)
{
    public const string Json = "application/json";
    public const string Yaml = "application/yaml";
    public const string Protobuf = "application/vnd.kubernetes.protobuf";
    public const string JsonPatch = "application/json-patch+json";
    public const string MergePatch = "application/merge-patch+json";
    public const string StrategicMergePatch = "application/strategic-merge-patch+json";
    public const string ApplyPatch = "application/apply-patch+yaml";

    /// <summary>The value of a parameter; null when it is not there.</summary>
    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    private static readonly Dictionary<string, string> s_noParameters = [];
    private static readonly MediaType s_json = new(Json, s_noParameters);

    /// <summary>Reads one media type; never fails, a nonsense header matches nothing.</summary>
    public static MediaType Parse(string text)
    {
        if (text == Json)
        {
            return s_json;
        }

        if (!text.Contains(';', StringComparison.Ordinal))
        {
            return new MediaType(text.Trim().ToLowerInvariant(), s_noParameters);
        }

        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                parameters[part[..equals].Trim()] = part[(equals + 1)..].Trim().Trim('"');
            }
        }

        return new MediaType(parts.Length == 0 ? "" : parts[0].ToLowerInvariant(), parameters);
    }

    /// <summary>The alternatives of an Accept header, best first.</summary>
    public static IReadOnlyList<MediaType> ParseAccept(string? header) => string.IsNullOrWhiteSpace(header)
        ? []
        : [.. header.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OrderByDescending(Quality)];

    private static double Quality(MediaType type) => type["q"] is { } text
        && double.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var q) ? q : 1;
}
