using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Printing;
using Kube.Client;

namespace Kctl.Get;

/// <summary>Reads and prints what get was asked for. Kinds and objects that fail are reported; the others are shown.</summary>
internal sealed class GetCommand(Session session, GetOptions options)
{
    private bool _failed;

    public async Task<int> RunAsync(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        if (options.AllNamespaces && targets.Any(t => t.Name is not null))
        {
            throw new CommandException("a resource cannot be retrieved by name across all namespaces");
        }

        if (options.Watch)
        {
            return await new GetWatch(session, options).RunAsync(targets, ct);
        }

        if (options.Format.IsTable)
        {
            await PrintTablesAsync(targets, ct);
        }
        else
        {
            await PrintObjectsAsync(targets, ct);
        }

        return _failed ? 1 : 0;
    }

    /// <summary>The namespace a kind is read in; null for all and for kinds without.</summary>
    public static string? NamespaceOf(Session session, ResourceType type, bool all) => type.Namespaced && !all ? session.Namespace : null;

    private async Task PrintTablesAsync(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        var tables = new List<(ResourceType Type, JsonObject Table)>();
        foreach (var target in targets)
        {
            if (await TryAsync(() => ReadTableAsync(target, ct)) is { } table)
            {
                if (tables.LastOrDefault() is { Type: { } last, Table: { } earlier } && last == target.Type && target.Name is not null)
                {
                    Append(earlier, table);
                }
                else
                {
                    tables.Add((target.Type, table));
                }
            }
        }

        var filled = tables.Where(t => t.Table.Objects("rows").Count > 0).ToList();
        var kinds = targets.Select(t => t.Type).Distinct().Count();
        for (var i = 0; i < filled.Count; i++)
        {
            if (i > 0 && options.Headers)
            {
                await session.Out.WriteLineAsync();
            }

            var (type, table) = filled[i];
            if (options.SortBy is not null)
            {
                ObjectSort.SortRows(table, options.SortBy);
            }

            var view = options.View with { NamePrefix = kinds > 1 ? type.DisplayName + "/" : "", Namespaces = options.AllNamespaces && type.Namespaced };
            new TextTable(session.Out).Write(ServerTable.Rows(table, null, view, header: true));
        }

        if (filled.Count == 0 && !_failed && !options.IgnoreNotFound)
        {
            await session.Out.FlushAsync(ct);
            await session.Error.WriteLineAsync(NothingFound(targets));
        }
    }

    private string NothingFound(IReadOnlyList<Target> targets) => options.AllNamespaces || targets.All(t => !t.Type.Namespaced)
        ? "No resources found"
        : $"No resources found in {session.Namespace} namespace.";

    private static void Append(JsonObject table, JsonObject more)
    {
        foreach (var row in more.Objects("rows"))
        {
            table["rows"]!.AsArray().Add(row.DeepClone());
        }
    }

    private async Task<JsonObject> ReadTableAsync(Target target, CancellationToken ct)
    {
        var ns = NamespaceOf(session, target.Type, options.AllNamespaces);
        var include = options.SortBy is null ? null : "Object";
        var table = target.Name is null
            ? await session.Api.ListAsync(QueryText.With(target.Type.CollectionPath(ns), ("labelSelector", options.Selector), ("fieldSelector", options.FieldSelector), ("includeObject", include)), ct, RestApi.Table)
            : await session.Api.GetAsync(QueryText.With(target.Type.ObjectPath(ns, target.Name), ("includeObject", include)), ct, RestApi.Table);
        return table.Text("kind") == "Table" ? table : PlainTable.Of(table);
    }

    private async Task PrintObjectsAsync(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        var objects = new List<JsonObject>();
        foreach (var target in targets)
        {
            var ns = NamespaceOf(session, target.Type, options.AllNamespaces);
            objects.AddRange(await TryAsync(() => target.ReadAsync(session, ns, options.Selector, options.FieldSelector, ct)) ?? []);
        }

        if (options.SortBy is not null)
        {
            objects = ObjectSort.Sort(objects, options.SortBy);
        }

        if (objects.Count == 0 && (_failed || options.IgnoreNotFound && targets.All(t => t.Name is not null)))
        {
            return;
        }

        var asList = targets.Count != 1 || targets[0].Name is null;
        new ObjectPrinter(session.Out, options.Format, options.Headers, options.ManagedFields).Print(objects, asList);
    }

    private async Task<T?> TryAsync<T>(Func<Task<T>> read) where T : class
    {
        try
        {
            return await read();
        }
        catch (ApiException e) when (e.IsNotFound && options.IgnoreNotFound)
        {
            return null;
        }
        catch (ApiException e)
        {
            _failed = true;
            await session.Out.FlushAsync(CancellationToken.None);
            await session.Error.WriteLineAsync(ErrorText.Of(e.Status));
            return null;
        }
    }
}
