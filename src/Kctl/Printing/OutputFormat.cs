using Kctl.App;
using Kube.Machinery.JsonPath;

namespace Kctl.Printing;

/// <summary>The ways to print objects.</summary>
internal enum OutputKind
{
    Table,
    Wide,
    Json,
    Yaml,
    Name,
    JsonPath,
    Columns,
}

/// <summary>What <c>-o</c> asked for.</summary>
internal sealed record OutputFormat(OutputKind Kind)
{
    private static readonly string[] s_known = ["wide", "json", "yaml", "name", "jsonpath=", "jsonpath-file=", "custom-columns=", "custom-columns-file="];

    public JsonPathTemplate? Template { get; init; }

    public IReadOnlyList<CustomColumn> Columns { get; init; } = [];

    /// <summary>True for the formats made from server-side tables.</summary>
    public bool IsTable => Kind is OutputKind.Table or OutputKind.Wide;

    /// <summary>Reads the flag; throws <see cref="CommandException"/>.</summary>
    public static OutputFormat Parse(string? text)
    {
        var equals = (text ?? "").IndexOf('=');
        var name = equals < 0 ? text : text![..equals];
        var value = equals < 0 ? null : text![(equals + 1)..];
        return name switch
        {
            null or "" => new OutputFormat(OutputKind.Table),
            "wide" => new OutputFormat(OutputKind.Wide),
            "json" => new OutputFormat(OutputKind.Json),
            "yaml" => new OutputFormat(OutputKind.Yaml),
            "name" => new OutputFormat(OutputKind.Name),
            "jsonpath" or "jsonpath-as-json" when !string.IsNullOrEmpty(value) => FromTemplate(value),
            "jsonpath-file" when value is not null => FromTemplate(File.ReadAllText(value)),
            "custom-columns" when !string.IsNullOrEmpty(value) => new OutputFormat(OutputKind.Columns) { Columns = CustomColumn.Parse(value) },
            "custom-columns-file" when value is not null => new OutputFormat(OutputKind.Columns) { Columns = CustomColumn.ParseFile(File.ReadAllText(value)) },
            "jsonpath" => throw new CommandException("template format specified but no template given, as in -o jsonpath='{.metadata.name}'"),
            "custom-columns" => throw new CommandException("custom-columns format specified but no custom columns given, as in -o custom-columns=NAME:.metadata.name"),
            _ => throw new CommandException($"unable to match a printer suitable for the output format \"{text}\", allowed formats are: {string.Join(",", s_known)}{Suggestion.Tail(name, s_known.Select(k => k.TrimEnd('=')))}"),
        };
    }

    private static OutputFormat FromTemplate(string text)
    {
        try
        {
            return new OutputFormat(OutputKind.JsonPath) { Template = JsonPathTemplate.Parse(text) };
        }
        catch (JsonPathException e)
        {
            throw new CommandException($"error parsing jsonpath {text}, {e.Message}", e);
        }
    }
}
