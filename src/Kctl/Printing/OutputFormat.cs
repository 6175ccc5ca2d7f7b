using Kctl.App;
using Kctl.Printing.GoTemplates;
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
    JsonPathAsJson,
    GoTemplate,
    Columns,
}

/// <summary>What <c>-o</c> asked for.</summary>
internal sealed record OutputFormat(OutputKind Kind)
{
    /// <summary>The formats, those that take a value with =.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        "wide", "json", "yaml", "name", "jsonpath=", "jsonpath-as-json=", "jsonpath-file=", "go-template=", "go-template-file=", "custom-columns=", "custom-columns-file=",
    ];

    public JsonPathTemplate? Path { get; init; }

    public GoTemplate? Template { get; init; }

    public IReadOnlyList<CustomColumn> Columns { get; init; } = [];

    /// <summary>True for the formats made from server-side tables.</summary>
    public bool IsTable => Kind is OutputKind.Table or OutputKind.Wide;

    /// <summary>Reads the flag, and the template where it has a flag of its own; throws <see cref="CommandException"/>.</summary>
    public static OutputFormat Parse(string? text, string? template = null, bool allowMissingKeys = true)
    {
        if (string.IsNullOrEmpty(text))
        {
            return template is null ? new OutputFormat(OutputKind.Table) : FromGoTemplate(template, allowMissingKeys);
        }

        var equals = text.IndexOf('=');
        var name = equals < 0 ? text : text[..equals];
        var value = equals < 0 ? template : text[(equals + 1)..];
        return name switch
        {
            "wide" => new OutputFormat(OutputKind.Wide),
            "json" => new OutputFormat(OutputKind.Json),
            "yaml" => new OutputFormat(OutputKind.Yaml),
            "name" => new OutputFormat(OutputKind.Name),
            _ => WithTemplate(text, name, value, allowMissingKeys),
        };
    }

    private static OutputFormat WithTemplate(string text, string name, string? value, bool allowMissingKeys)
    {
        var known = Known.Contains(name + "=") || name is "template" or "templatefile" or "go-template-file";
        if (known && string.IsNullOrEmpty(value))
        {
            throw new CommandException(name.StartsWith("custom-columns", StringComparison.Ordinal)
                ? "custom-columns format specified but no custom columns given, as in -o custom-columns=NAME:.metadata.name"
                : $"template format specified but no template given, as in -o {(name.StartsWith("jsonpath", StringComparison.Ordinal) ? "jsonpath='{.metadata.name}'" : "go-template='{{.metadata.name}}'")}");
        }

        return name switch
        {
            "jsonpath" => FromPath(value!, OutputKind.JsonPath, allowMissingKeys),
            "jsonpath-as-json" => FromPath(value!, OutputKind.JsonPathAsJson, allowMissingKeys),
            "jsonpath-file" => FromPath(ReadFile(value!), OutputKind.JsonPath, allowMissingKeys),
            "go-template" or "template" => FromGoTemplate(value!, allowMissingKeys),
            "go-template-file" or "templatefile" => FromGoTemplate(ReadFile(value!), allowMissingKeys),
            "custom-columns" => new OutputFormat(OutputKind.Columns) { Columns = CustomColumn.Parse(value!) },
            "custom-columns-file" => new OutputFormat(OutputKind.Columns) { Columns = CustomColumn.ParseFile(ReadFile(value!)) },
            _ => throw new CommandException($"unable to match a printer suitable for the output format \"{text}\", allowed formats are: {string.Join(",", Known)}{Suggestion.Tail(name, Known.Select(k => k.TrimEnd('=')))}"),
        };
    }

    private static string ReadFile(string path) => File.Exists(path) ? File.ReadAllText(path) : throw new CommandException($"error reading template {path}: there is no such file");

    private static OutputFormat FromGoTemplate(string text, bool allowMissingKeys) => new(OutputKind.GoTemplate) { Template = GoTemplate.Parse(text, allowMissingKeys) };

    private static OutputFormat FromPath(string text, OutputKind kind, bool allowMissingKeys)
    {
        try
        {
            return new OutputFormat(kind) { Path = JsonPathTemplate.Parse(text, allowMissingKeys) };
        }
        catch (JsonPathException e)
        {
            throw new CommandException($"error parsing jsonpath {text}, {e.Message}", e);
        }
    }
}
