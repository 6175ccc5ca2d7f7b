using System.Globalization;
using Kctl.App;
using Kctl.Services;
using Kube.Machinery.Yaml;

namespace Kctl.Compose;

/// <summary>A value of a compose file with the keys that lead to it. What cannot be read becomes a finding, and reading goes on.</summary>
internal sealed record Field(YamlTree Tree, string Path, int Line, Findings Findings)
{
    public bool IsMap => Tree.Shape == YamlShape.Mapping;

    public bool IsList => Tree.Shape == YamlShape.Sequence;

    public bool IsNull => Tree.IsNull;

    /// <summary>The value of a key; null where there is none or it says nothing.</summary>
    public Field? this[string key] => Entries().FirstOrDefault(e => e.Key == key && !e.Value.IsNull).Value;

    /// <summary>The entries of a map; empty where it is none.</summary>
    public IEnumerable<(string Key, Field Value)> Entries() => Tree.Entries.Select(e => (e.Key, new Field(e.Value, Path.Length == 0 ? e.Key : $"{Path}.{e.Key}", e.Line, Findings)));

    /// <summary>The items of a list; a single value is a list of itself.</summary>
    public IEnumerable<Field> Items() => IsList ? Tree.Items.Select((item, i) => new Field(item, $"{Path}[{i}]", item.Line, Findings)) : IsNull ? [] : [this];

    /// <summary>The file does not say what it should.</summary>
    public void Error(string message) => Findings.Error(new Finding(Tree.Source, Line, Path, message));

    /// <summary>The cluster has no counterpart.</summary>
    public void Leave(string why) => Findings.Leave(new Finding(Tree.Source, Line, Path, why));

    /// <summary>The entries of what must be a map.</summary>
    public IEnumerable<(string Key, Field Value)> Map()
    {
        if (!IsMap && !IsNull)
        {
            Error($"must be a map of keys and values, not {(IsList ? "a list" : "a single value")}");
        }

        return Entries();
    }

    /// <summary>Says which keys are not known here; keys that begin with <c>x-</c> are the author's own.</summary>
    public void KnowsOnly(params IReadOnlyCollection<string> keys)
    {
        foreach (var (key, value) in Entries().Where(e => !keys.Contains(e.Key) && !e.Key.StartsWith("x-", StringComparison.Ordinal)))
        {
            value.Error($"unknown key{Suggestion.Tail(key, keys)}");
        }
    }

    /// <summary>A single text.</summary>
    public string Text()
    {
        if (Tree.Shape == YamlShape.Scalar)
        {
            return IsNull ? "" : Tree.Text;
        }

        Error($"must be a single value, not {(IsList ? "a list" : "a map")}");
        return "";
    }

    /// <summary>True or false.</summary>
    public bool Flag() => Text().ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "on" or "1" => true,
        "false" or "no" or "n" or "off" or "0" or "" => false,
        var other => Wrong(false, $"must be true or false, not \"{other}\""),
    };

    /// <summary>A whole number.</summary>
    public int? Number() => int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Wrong<int?>(null, $"must be a whole number, not \"{Tree.Text}\"");

    /// <summary>A duration.</summary>
    public TimeSpan? Duration() => DockerUnits.Duration(Text()) ?? Wrong<TimeSpan?>(null, $"must be a duration such as 10s or 1m30s, not \"{Tree.Text}\"");

    /// <summary>An amount of memory, as a quantity.</summary>
    public string? Memory() => DockerUnits.Memory(Text()) ?? Wrong<string?>(null, $"must be an amount of bytes such as 64M, not \"{Tree.Text}\"");

    /// <summary>A number of CPUs, as a quantity.</summary>
    public string? Cpus() => DockerUnits.Cpus(Text()) ?? Wrong<string?>(null, $"must be a number of CPUs such as '0.5', not \"{Tree.Text}\"");

    /// <summary>The texts of a list, or the one text.</summary>
    public IReadOnlyList<string> Texts() => [.. Items().Select(i => i.Text())];

    /// <summary>A command: a list of words, or one line to split into words.</summary>
    public IReadOnlyList<string> Words() => IsList ? Texts() : ShellWords.Split(Text()) ?? Wrong<IReadOnlyList<string>>([], "a quote is not closed");

    /// <summary>A map, or a list of <c>KEY=VALUE</c>; a key without a value has null.</summary>
    public IReadOnlyList<(string Key, string? Value, Field At)> Pairs(char separator = '=')
    {
        if (!IsList)
        {
            return [.. Map().Select(e => (e.Key, e.Value.IsNull ? null : e.Value.Text(), e.Value))];
        }

        return [.. Items().Select(item =>
        {
            var text = item.Text();
            var at = text.IndexOf(separator);
            return at < 0 ? (text, null, item) : (text[..at], (string?)text[(at + 1)..], item);
        })];
    }

    private T Wrong<T>(T value, string message)
    {
        Error(message);
        return value;
    }
}
