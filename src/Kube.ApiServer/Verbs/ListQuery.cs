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
        Limit = (int)Math.Min(Number(request, "limit") ?? 0, int.MaxValue);
        Continue = Emptied(request.Query("continue"));
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
        query.CheckRevision(watch: request.Info.Verb == "watch");
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
                : throw Failure.BadRequest($"Unable to find \"{request.View.Info.Group}/{request.View.Info.Version}, Resource={request.View.Info.Plural}\" that match label selector \"{request.Query("labelSelector")}\", field selector \"{given}\": field label not supported: {t.Path}")));
    }

    private CacheFilter MakeFilter(ApiRequest request)
    {
        var indexed = request.View.SelectableFields.FirstOrDefault(f => f.Indexed && !string.IsNullOrEmpty(Fields.ExactValue(f.Path)));
        return new CacheFilter
        {
            Namespace = request.Namespace ?? (request.View.Info.Namespaced ? Emptied(Fields.ExactValue("metadata.namespace")) : null),
            Name = request.Info.Name ?? Emptied(Fields.ExactValue("metadata.name")),
            IndexedField = indexed is null ? null : new FieldMatch(indexed.Path, Fields.ExactValue(indexed.Path)!),
            Predicate = Selects ? e => Labels.Matches(e.Labels) && Fields.Matches(e.Field) : null,
        };
    }

    private void CheckRevision(bool watch)
    {
        if (Match is not (null or "NotOlderThan" or "Exact"))
        {
            throw Failure.BadRequest($"resourceVersionMatch: Unsupported value: \"{Match}\": supported values: \"Exact\", \"NotOlderThan\"");
        }

        if (watch ? Match is not null && SendInitialEvents is null : Match is not null && ResourceVersion is null)
        {
            throw Failure.BadRequest(watch
                ? "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"
                : "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided");
        }

        if (!watch && Match == "Exact" && ResourceVersion == "0")
        {
            throw Failure.BadRequest("resourceVersionMatch: Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
        }

        if (!watch && Continue is not null && ResourceVersion is not (null or "0"))
        {
            throw Failure.BadRequest("specifying resource version is not allowed when using continue");
        }

        if (watch && SendInitialEvents is not null && Match != "NotOlderThan")
        {
            throw Failure.BadRequest("resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
        }
    }

    private static string? Emptied(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static long? Number(ApiRequest request, string name) => request.Query(name) switch
    {
        null or "" => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw Failure.BadRequest($"{name}: Invalid value: \"{text}\": must be a number not less than 0"),
    };

    private static bool? Flag(ApiRequest request, string name) => request.Query(name) switch
    {
        null => null,
        "" or "1" => true,
        "0" => false,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw Failure.BadRequest($"{name}: Invalid value: \"{text}\": must be true or false"),
    };
}
