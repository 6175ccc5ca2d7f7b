using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Machinery.Selectors;

namespace Kctl.Edit;

/// <summary><c>kctl set selector</c>: which pods a service is for.</summary>
internal static class SetSelectorVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("TYPE NAME EXPRESSIONS", "the service, then the labels its pods must have: app=web,tier=front");
        var version = Flags.Named("--resource-version", "VERSION", "only if the object is unchanged since this version");
        var (objects, change) = (new ObjectFlags("set selector", local: true), new ChangeFlags("kubectl-set"));
        return new Verb("selector", "Replaces the selector of a service.", "kctl set selector service web app=web,tier=front")
            .With(words, version).With(objects.All).With(change.All)
            .Does(async (parse, ct) =>
            {
                var typed = parse.GetValue(words) ?? [];
                var selector = Labels(typed is [.., var last] && (last.Contains('=') || last.Contains(' ')) ? last : throw new CommandException("one or more resources must be specified as <resource> <name> or <resource>/<name>, then the new selector, as in app=web"));
                return await Setting.EachAsync(session, parse, objects, change, typed[..^1], "selector updated", (found, _) => Task.FromResult<JsonObject?>(Change(found.Object, selector, parse.GetValue(version))), ct);
            });
    }

    /// <summary>A copy of a service that selects those labels. Pure.</summary>
    internal static JsonObject Change(JsonObject obj, IReadOnlyDictionary<string, string> selector, string? version)
    {
        if (obj.Text("kind") != "Service")
        {
            throw new CommandException("setting a selector is only supported for Services");
        }

        if (version is not null && obj.Text("metadata", "resourceVersion") != version)
        {
            throw new CommandException($"Expected resource version to be {version}, was {obj.Text("metadata", "resourceVersion")}");
        }

        var copy = (JsonObject)obj.DeepClone();
        PodSpecs.Under(copy, "spec")["selector"] = new JsonObject(selector.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)JsonValue.Create(s.Value))));
        return copy;
    }

    private static SortedDictionary<string, string> Labels(string text)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var requirement in Selector.Parse(text).Requirements)
        {
            labels[requirement.Key] = requirement.Operator is SelectorOperator.Equal or SelectorOperator.DoubleEqual && requirement.Values is [var only]
                ? only
                : throw new CommandException($"match expression \"{requirement}\" not supported on this object: a service selects by equal labels only");
        }

        return labels;
    }
}
