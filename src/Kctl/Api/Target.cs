using System.Text.Json.Nodes;
using Kctl.App;

namespace Kctl.Api;

/// <summary>What a command works on: one object, or with a null name all of a kind.</summary>
internal sealed record Target(ResourceType Type, string? Name)
{
    /// <summary>Reads the words after a verb: <c>pods</c>, <c>pods,svc</c>, <c>pod a b</c>, <c>pod/a svc/b</c>, <c>all</c>.</summary>
    public static async Task<IReadOnlyList<Target>> ParseAsync(IReadOnlyList<string> words, Session session, string doing, CancellationToken ct)
    {
        if (words.Count == 0)
        {
            throw new CommandException($"you must specify the type of resource to {doing}; \"kctl api-resources\" lists the types");
        }

        return words.Any(w => w.Contains('/')) ? await PairsAsync(words, session, ct) : await TypesAsync(words, session, ct);
    }

    /// <summary>The one object the words name; with <paramref name="defaultType"/> a bare name will do.</summary>
    public static async Task<Target> SingleAsync(IReadOnlyList<string> words, Session session, string doing, CancellationToken ct, string? defaultType = null)
    {
        var named = words is [var only] && !only.Contains('/') && defaultType is not null ? [defaultType, only] : words;
        var targets = await ParseAsync(named, session, doing, ct);
        return targets is [{ Name: not null } target] ? target
            : throw new CommandException(targets.Count > 1 ? $"only one object at a time can be used here, found {targets.Count}" : $"you must name the {targets[0].Type.Singular} to {doing}");
    }

    private static async Task<IReadOnlyList<Target>> PairsAsync(IReadOnlyList<string> words, Session session, CancellationToken ct)
    {
        var targets = new List<Target>();
        foreach (var word in words)
        {
            var parts = word.Split('/');
            if (parts.Length == 1)
            {
                throw new CommandException("there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kctl get resource/<resource_name>' instead of 'kctl get resource resource/<resource_name>')");
            }

            if (parts is not [{ Length: > 0 } type, { Length: > 0 } name])
            {
                throw new CommandException("arguments in resource/name form may not have more than one slash, and both parts must be there");
            }

            targets.Add(new Target(await session.Names.FindAsync(type, ct), name));
        }

        return targets;
    }

    private static async Task<IReadOnlyList<Target>> TypesAsync(IReadOnlyList<string> words, Session session, CancellationToken ct)
    {
        var types = new List<ResourceType>();
        foreach (var word in words[0].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            types.AddRange(await session.Names.FindAllAsync(word, ct));
        }

        var distinct = types.Count > 1 ? types.Distinct().ToList() : types;
        return words.Count == 1
            ? [.. distinct.Select(t => new Target(t, null))]
            : [.. distinct.SelectMany(t => words.Skip(1).Select(name => new Target(t, name)))];
    }

    /// <summary>The namespace to look in; null for kinds without one.</summary>
    public string? NamespaceIn(Session session) => Type.Namespaced ? session.Namespace : null;

    /// <summary>The objects: the named one, or all that the selectors leave.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadAsync(Session session, string? ns, string? labels, string? fields, CancellationToken ct, int pageSize = RestApi.PageSize)
    {
        if (Name is not null)
        {
            return [await session.Api.GetAsync(Type.ObjectPath(ns, Name), ct)];
        }

        var list = await session.Api.ListAsync(QueryText.With(Type.CollectionPath(ns), ("labelSelector", labels), ("fieldSelector", fields)), ct, pageSize: pageSize);
        return [.. list.Objects("items").Select(item => (JsonObject)Complete(item, Type).DeepClone())];
    }

    /// <summary>Items of a list need not say what they are.</summary>
    private static JsonObject Complete(JsonObject item, ResourceType type)
    {
        item["apiVersion"] ??= type.ApiVersion;
        item["kind"] ??= type.Kind;
        return item;
    }
}
