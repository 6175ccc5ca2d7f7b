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
        var tables = await ReadTablesAsync(targets, ct);
        var prefixed = options.View.Kinds || targets.Any(t => t.Type != targets[0].Type);
        for (var i = 0; i < tables.Count; i++)
        {
            if (i > 0 && options.Headers)
            {
                await session.Out.WriteLineAsync();
            }

            var (type, table) = (tables[i].Type, tables[i].Table);
            if (options.SortBy is not null)
            {
                ObjectSort.SortRows(table, options.SortBy);
            }

            var view = options.View with { NamePrefix = prefixed ? type.DisplayName + "/" : "", Namespaces = options.AllNamespaces && type.Namespaced };
            new TextTable(session.Out, colours: view.Colours).Write(ServerTable.Rows(table, null, view, header: true));
        }

        if (tables.Count == 0 && !_failed && !options.IgnoreNotFound)
        {
            await NoteAsync(NothingFound(targets), ct);
        }

        if (options.LeftOut is { } note)
        {
            await NoteAsync(note, ct);
        }
    }

    /// <summary>The tables that have rows; objects of one kind that were named one by one share a table.</summary>
    private async Task<List<KindTable>> ReadTablesAsync(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        var tables = new List<KindTable>();
        foreach (var target in targets)
        {
            if (await TryAsync(() => ReadTableAsync(target, ct), ct) is not { } table)
            {
                continue;
            }

            if (options.LeftOut is not null)
            {
                DropStanding(target.Type, table);
            }

            if (table["rows"] is not JsonArray { Count: > 0 })
            {
                continue;
            }

            if (target.Name is not null && tables.Count > 0 && tables[^1].Type == target.Type)
            {
                Append(tables[^1].Table, table);
            }
            else
            {
                tables.Add(new KindTable(target.Type, table));
            }
        }

        return tables;
    }

    private static void DropStanding(ResourceType type, JsonObject table)
    {
        foreach (var row in table.Objects("rows").Where(r => EveryKind.IsStanding(type, r.At("object").Name())))
        {
            table["rows"]!.AsArray().Remove(row);
        }
    }

    private async Task NoteAsync(string text, CancellationToken ct)
    {
        await session.Out.FlushAsync(ct);
        await session.Error.WriteLineAsync(text);
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
        var path = PathOf(target);
        var include = options.SortBy is null ? null : "Object";
        var accept = options.PlainTables ? RestApi.Json : RestApi.Table;
        var table = target.Name is null
            ? await session.Api.ListAsync(QueryText.With(path, ("labelSelector", options.Selector), ("fieldSelector", options.FieldSelector), ("includeObject", include)), ct, accept, options.ChunkSize)
            : await session.Api.GetAsync(QueryText.With(path, ("includeObject", include)), ct, accept);
        return table.Text("kind") == "Table" ? table : PlainTable.Of(table, session.Terminal.Time.GetUtcNow());
    }

    private string PathOf(Target target)
    {
        var ns = NamespaceOf(session, target.Type, options.AllNamespaces);
        return target.Name is not null ? target.Type.ObjectPath(ns, target.Name, options.Subresource)
            : options.Subresource is null ? target.Type.CollectionPath(ns)
            : throw new CommandException($"--subresource shows a part of one object: name the {target.Type.Singular}");
    }

    private async Task PrintObjectsAsync(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        var objects = new List<JsonObject>();
        foreach (var target in targets)
        {
            objects.AddRange(await TryAsync(() => ReadObjectsAsync(target, ct), ct) ?? []);
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

    private async Task<IReadOnlyList<JsonObject>> ReadObjectsAsync(Target target, CancellationToken ct) => options.Subresource is null
        ? await target.ReadAsync(session, NamespaceOf(session, target.Type, options.AllNamespaces), options.Selector, options.FieldSelector, ct, options.ChunkSize)
        : [await session.Api.GetAsync(PathOf(target), ct)];

    private async Task<T?> TryAsync<T>(Func<Task<T>> read, CancellationToken ct) where T : class
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
            await NoteAsync(ErrorText.Of(e.Status) + await NotFoundHint.ForAsync(session, e.Status, ct), CancellationToken.None);
            return null;
        }
    }

    /// <summary>What the server printed of one kind.</summary>
    private sealed record KindTable(ResourceType Type, JsonObject Table);
}
