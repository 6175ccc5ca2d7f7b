namespace Kube.Machinery.Yaml;

/// <summary>The three shapes of a YAML value.</summary>
public enum YamlShape
{
    /// <summary>A text, number, boolean or nothing.</summary>
    Scalar,

    /// <summary>Keys with values, in the order of the file.</summary>
    Mapping,

    /// <summary>A list.</summary>
    Sequence,
}

/// <summary>One key of a mapping with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">Where the key stands, from 1.</param>
/// <param name="Value">The value.</param>
public sealed record YamlEntry(string Key, int Line, YamlTree Value);

/// <summary>
/// A YAML value that knows where it was written, for those who must name the line of what is wrong with it. Aliases and merge keys are resolved.
/// Scalars stay texts: what a text means is for the reader of the field to say. Immutable.
/// </summary>
public sealed record YamlTree(YamlShape Shape, string Source, int Line)
{
    /// <summary>The text of a scalar; empty for nothing.</summary>
    public string Text { get; init; } = "";

    /// <summary>False for a text in quotes or a block, which never stands for a number, a boolean or nothing.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The tag written before the value, such as <c>!reset</c>; empty for none.</summary>
    public string Tag { get; init; } = "";

    /// <summary>The entries of a mapping.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; init; } = [];

    /// <summary>The items of a sequence.</summary>
    public IReadOnlyList<YamlTree> Items { get; init; } = [];

    /// <summary>True for a scalar that says nothing: an empty value, <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => Shape == YamlShape.Scalar && IsPlain && YamlScalar.IsNull(Text);

    /// <summary>For messages: <c>docker-compose.yml:12</c>.</summary>
    public string Where => $"{Source}:{Line}";

    /// <summary>The value of a key; null where the mapping has none, or where this is no mapping.</summary>
    public YamlTree? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    /// <summary>
    /// Reads a document of a text, the first unless told otherwise (empty ones do not count); null where there is none. <paramref name="source"/> is what
    /// <see cref="Source"/> will say. Throws <see cref="YamlJsonException"/>.
    /// </summary>
    public static YamlTree? Read(string text, string source, int document = 1) => YamlTreeReader.Read(text, source, document);
}
