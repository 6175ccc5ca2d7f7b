using Kctl.Api;
using Kctl.App;
using Kube.Api.Meta.V1;
using Kube.Machinery.Yaml;

namespace Kctl.Manifests;

/// <summary>What a server has against an object, with the place in the file of each field it names.</summary>
internal static class ManifestProblem
{
    private const string Decoding = " cannot be handled as a ";

    /// <summary>The text to show. <paramref name="doing"/> stands in it as in <c>error when creating "a.yaml"</c>.</summary>
    public static string Of(Manifest manifest, Status status, string doing)
    {
        if (manifest.Source is null)
        {
            return ErrorText.Of(status, $"error when {doing} {manifest.Where}");
        }

        if (status is { Reason: StatusReason.Invalid, Details: { Causes: { Count: > 0 } causes } details })
        {
            var tree = Tree(manifest);
            var named = causes.Select(c => string.IsNullOrEmpty(c.Field) ? c.Message ?? "" : $"{Place(manifest, tree, c.Field)}{c.Field}: {c.Message}").ToList();
            return ErrorText.Invalid(details, named);
        }

        var message = ErrorText.Of(status, $"error when {doing} {manifest.Where}");
        return status.Reason == StatusReason.BadRequest && message.Contains(Decoding, StringComparison.Ordinal) ? WithPlaces(manifest, message) : message;
    }

    /// <summary>The document with its lines; null where it is not YAML, as with several JSON values one after the other.</summary>
    private static YamlTree? Tree(Manifest manifest)
    {
        try
        {
            return YamlTree.Read(manifest.Source!, manifest.File, manifest.Document);
        }
        catch (YamlJsonException)
        {
            return null;
        }
    }

    private static string Place(Manifest manifest, YamlTree? tree, string field) =>
        tree is null ? "" : $"{manifest.File}:{tree.LineOf(manifest.Root.Length == 0 ? field : $"{manifest.Root}.{field}")}: ";

    /// <summary>
    /// A body that is not understood comes back with its fields in the text: <c>unknown field "spec.x"</c>, or <c>spec.x: expected ... (line 1, column 9)</c>,
    /// where line and column are those of the request, which the user never saw.
    /// </summary>
    private static string WithPlaces(Manifest manifest, string message)
    {
        var tree = Tree(manifest);
        const string mark = " field \"";
        var unknown = message.Split(", ").Where(p => p.Contains(mark)).Select(p => p[(p.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..].TrimEnd('"')).ToList();
        if (unknown.Count > 0)
        {
            return message + string.Concat(unknown.Select(field => $"\n* {Place(manifest, tree, field)}{field}{Meant(manifest, field)}"));
        }

        var position = message.LastIndexOf(" (line ", StringComparison.Ordinal);
        var start = message.IndexOf(": ", message.LastIndexOf(Decoding, StringComparison.Ordinal), StringComparison.Ordinal) + 2;
        var end = message.IndexOf(": ", start, StringComparison.Ordinal);
        if (position < end || end < start)
        {
            return message;
        }

        var field = message[start..end];
        return $"{message[..position]}\n* {Place(manifest, tree, field)}{field}";
    }

    /// <summary>For a field that does not exist: the nearest one its parent has.</summary>
    private static string Meant(Manifest manifest, string path)
    {
        var schema = WireTypes.Find(manifest.ApiVersion, manifest.Kind);
        var steps = path.Split('.');
        foreach (var step in steps.SkipLast(1))
        {
            schema = schema?.Find(step.Split('[')[0])?.Type;
            for (var brackets = step.Count(c => c == '['); brackets > 0; brackets--)
            {
                schema = schema?.Item;
            }
        }

        return schema is null ? "" : Suggestion.Tail(steps[^1], schema.Fields.Keys);
    }
}
