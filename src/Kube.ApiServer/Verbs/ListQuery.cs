using System.Globalization;
using Kube.Api.Resources;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using Kube.Machinery.Selectors;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Verbs;

/// <summary>The parameters of a list or watch, read and checked.</summary>
internal sealed class ListQuery
{
    private static readonly string[] s_everyKind = ["metadata.name", "metadata.namespace"];

    private ListQuery(ApiRequest request)
    {
        Labels = Parse(() => Selector.Parse(request.Query("labelSelector")));
        Fields = Parse(() => FieldSelector.Parse(request.Query("fieldSelector")));
        Fields = StoredFields(request, Fields);
        ResourceVersion = Emptied(request.Query("resourceVersion"));
        Match = Emptied(request.Query("resourceVersionMatch"));
        Continue = Emptied(request.Query("continue"));
        Limit = LimitOf(request);
        TimeoutSeconds = Number(request, "timeoutSeconds");
        Bookmarks = Flag(request, "allowWatchBookmarks") ?? false;
        SendInitialEvents = Flag(request, "sendInitialEvents");
        Filter = MakeFilter(request);
    }

    public Selector Labels { get; }

    public FieldSelector Fields { get; }

    public string? ResourceVersion { get; }

    /// <summary><c>resourceVersionMatch</c>: NotOlderThan, Exact or null.</summary>
    public string? Match { get; }

    /// <summary>Objects wanted at most; 0 for all.</summary>
    public int Limit { get; }

    public string? Continue { get; }

    public long? TimeoutSeconds { get; }

    public bool Bookmarks { get; }

    public bool? SendInitialEvents { get; }

    /// <summary>What the cache is asked for.</summary>
    public CacheFilter Filter { get; }

    /// <summary>True when something is selected rather than everything of a namespace.</summary>
    public bool Selects => !Labels.IsEverything || !Fields.IsEverything;

    public static ListQuery Read(ApiRequest request)
    {
        var query = new ListQuery(request);
        ListRules.Check(query, watch: request.Info.Verb == "watch");
        return query;
    }

    private static T Parse<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (SelectorException error)
        {
            throw Failure.BadRequest(error.Message);
        }
    }

    /// <summary>Fields are kept under the names they are stored by; a selector for any other is refused.</summary>
    private static FieldSelector StoredFields(ApiRequest request, FieldSelector given)
    {
        if (given.IsEverything)
        {
            return given;
        }

        return FieldSelector.Of(given.Terms.Select(t => s_everyKind.Contains(t.Path)
            ? t
            : request.View.SelectableFields.FirstOrDefault(f => f.Label == t.Path) is { } field
                ? t with { Path = field.Path }
                : throw Failure.BadRequest(request.View.SelectableFields.Count > 0
                    ? $"field label not supported: {t.Path}"
                    : $"\"{t.Path}\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"")));
    }

    private CacheFilter MakeFilter(ApiRequest request)
    {
        var indexed = request.View.SelectableFields.FirstOrDefault(f => f.Indexed && !string.IsNullOrEmpty(Fields.ExactValue(f.Path)));
        return new CacheFilter
        {
            Namespace = request.Namespace ?? (request.View.Info.Namespaced ? Emptied(Fields.ExactValue("metadata.namespace")) : null),
            Name = request.Info.Name ?? Emptied(Fields.ExactValue("metadata.name")),
            IndexedField = indexed is null ? null : new FieldMatch(indexed.Path, Fields.ExactValue(indexed.Path)!),
            Labels = Labels.IsEverything ? null : Labels.Matches,
            Predicate = Fields.IsEverything ? null : e => Fields.Matches(e, static (entry, path) => entry.Field(path)),
        };
    }

    /// <summary>A limit below one is none; with resourceVersion 0 (whatever the cache has) there are no chunks, as in Kubernetes.</summary>
    private int LimitOf(ApiRequest request) =>
        ResourceVersion == "0" && Continue is null ? 0 : (int)Math.Clamp(Number(request, "limit") ?? 0, 0, int.MaxValue);

    private static string? Emptied(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static long? Number(ApiRequest request, string name) => request.Query(name) switch
    {
        null or "" => null,
        var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw Failure.BadRequest($"{name}: Invalid value: \"{text}\": must be a number of 64 bits"),
    };

    /// <summary>What is there and neither false nor 0 is true, the empty text included.</summary>
    private static bool? Flag(ApiRequest request, string name) => request.Query(name)?.ToLowerInvariant() switch
    {
        null => null,
        "false" or "0" => false,
        _ => true,
    };
}
