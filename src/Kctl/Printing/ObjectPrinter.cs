using System.Text.Json.Nodes;
using Kctl.Api;
using Kube.Machinery.Yaml;

namespace Kctl.Printing;

/// <summary>Prints whole objects: YAML, JSON, names, templates, own columns.</summary>
internal sealed class ObjectPrinter(TextWriter output, OutputFormat format, bool headers = true, bool managedFields = false)
{
    private readonly TextTable _table = new(output);
    private bool _printedHeader;
    private int _documents;

    /// <summary>Prints objects; more than one, or <paramref name="asList"/>, as a List.</summary>
    public void Print(IReadOnlyList<JsonObject> objects, bool asList)
    {
        foreach (var obj in objects)
        {
            Strip(obj);
        }

        switch (format.Kind)
        {
            case OutputKind.Name:
                foreach (var obj in objects)
                {
                    output.WriteLine(NameOf(obj));
                }

                break;
            case OutputKind.Columns:
                PrintColumns(objects);
                break;
            default:
                PrintNode(asList || objects.Count != 1 ? ListOf(objects) : objects[0]);
                break;
        }
    }

    /// <summary>Prints a change of a watched object, and what changed.</summary>
    public void PrintEvent(string change, JsonObject obj)
    {
        Strip(obj);
        Print([new JsonObject { ["type"] = change, ["object"] = obj.DeepClone() }], asList: false);
    }

    /// <summary><c>deployment.apps/web</c>.</summary>
    public static string NameOf(JsonNode obj)
    {
        var kind = obj.Text("kind")?.ToLowerInvariant() ?? "";
        var apiVersion = obj.Text("apiVersion") ?? "";
        var slash = apiVersion.IndexOf('/');
        return slash < 0 ? $"{kind}/{obj.Name()}" : $"{kind}.{apiVersion[..slash]}/{obj.Name()}";
    }

    private void Strip(JsonObject obj)
    {
        if (!managedFields && obj.At("metadata") is JsonObject metadata)
        {
            metadata.Remove("managedFields");
        }
    }

    private static JsonObject ListOf(IReadOnlyList<JsonObject> objects) => new()
    {
        ["apiVersion"] = "v1",
        ["items"] = new JsonArray([.. objects.Select(o => o.DeepClone())]),
        ["kind"] = "List",
        ["metadata"] = new JsonObject { ["resourceVersion"] = "" },
    };

    private void PrintNode(JsonObject node)
    {
        switch (format.Kind)
        {
            case OutputKind.Json:
                output.WriteLine(JsonText.Pretty(node));
                break;
            case OutputKind.JsonPath:
                output.Write(format.Path!.Evaluate(node));
                break;
            case OutputKind.JsonPathAsJson:
                output.WriteLine(JsonText.Pretty(new JsonArray([.. format.Path!.Select(node).SelectMany(values => values).Select(value => value?.DeepClone())])));
                break;
            case OutputKind.GoTemplate:
                output.Write(format.Template!.Evaluate(node));
                break;
            default:
                output.Write(_documents++ > 0 ? "---\n" : "");
                output.Write(YamlJson.Write(node));
                break;
        }
    }

    private void PrintColumns(IReadOnlyList<JsonObject> objects)
    {
        var rows = new List<IReadOnlyList<string>>();
        if (headers && !_printedHeader)
        {
            rows.Add([.. format.Columns.Select(c => c.Header)]);
            _printedHeader = true;
        }

        rows.AddRange(objects.Select(o => (IReadOnlyList<string>)[.. format.Columns.Select(c => c.Cell(o))]));
        _table.Write(rows);
    }
}
