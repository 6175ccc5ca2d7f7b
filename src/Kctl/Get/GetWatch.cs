using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Printing;
using Kube.Client;

namespace Kctl.Get;

/// <summary>get -w: the state, then each change as it happens, until interrupted.</summary>
internal sealed class GetWatch(Session session, GetOptions options)
{
    private readonly TextTable _table = new(session.Out, colours: options.View.Colours);
    private readonly ObjectPrinter _objects = new(session.Out, options.Format, options.Headers, options.ManagedFields);
    private JsonObject? _columns;
    private bool _printedHeader;

    public async Task<int> RunAsync(IReadOnlyList<Target> targets, CancellationToken ct)
    {
        if (targets.Count != 1)
        {
            throw new CommandException("watch is only supported on individual resources and resource collections - more than 1 resource was found");
        }

        var (type, name) = (targets[0].Type, targets[0].Name);
        var ns = GetCommand.NamespaceOf(session, type, options.AllNamespaces);
        var accept = options.Format.IsTable && !options.PlainTables ? RestApi.Table : RestApi.Json;
        var fields = name is null ? options.FieldSelector : $"metadata.name={name}";
        var path = QueryText.With(type.CollectionPath(ns), ("labelSelector", options.Selector), ("fieldSelector", fields));
        var quiet = options.WatchOnly;
        while (true)
        {
            var state = await session.Api.ListAsync(path, ct, accept);
            if (name is not null && !quiet && state.Objects("rows").Count + state.Objects("items").Count == 0)
            {
                throw new ApiException(new Kube.Api.Meta.V1.Status { Reason = "NotFound", Code = 404, Message = $"{type.GroupResource} \"{name}\" not found" });
            }

            if (!quiet)
            {
                await PrintStateAsync(state, type, "ADDED");
            }

            quiet = true;
            await FollowAsync(QueryText.With(path, ("watch", "true"), ("resourceVersion", state.Text("metadata", "resourceVersion"))), accept, type, ct);
        }
    }

    private async Task FollowAsync(string path, string accept, ResourceType type, CancellationToken ct)
    {
        try
        {
            await foreach (var line in session.Api.WatchAsync(path, ct, accept))
            {
                if (line.Type is "ADDED" or "MODIFIED" or "DELETED")
                {
                    await PrintStateAsync(line.Object, type, line.Type);
                }
            }
        }
        catch (ApiException e) when (e.IsGone)
        {
            // Too slow for the server: read the state again and go on from there.
        }
    }

    private TableView ViewOf(ResourceType type, string change) => options.View with
    {
        Namespaces = options.AllNamespaces && type.Namespaced,
        NamePrefix = options.View.Kinds ? type.DisplayName + "/" : "",
        Event = options.WatchEvents ? change : null,
    };

    private async Task PrintStateAsync(JsonObject state, ResourceType type, string change)
    {
        if (!options.Format.IsTable)
        {
            IReadOnlyList<JsonObject> objects = state.At("items") is JsonArray ? state.Objects("items") : [state];
            foreach (var obj in objects)
            {
                obj["apiVersion"] ??= type.ApiVersion;
                obj["kind"] ??= type.Kind;
                if (options.WatchEvents)
                {
                    _objects.PrintEvent(change, obj);
                }
                else
                {
                    _objects.Print([obj], asList: false);
                }
            }
        }
        else
        {
            var table = state.Text("kind") == "Table" ? state : PlainTable.Of(state, session.Terminal.Time.GetUtcNow());
            if (table.Objects("columnDefinitions").Count > 0)
            {
                _columns = table;
            }

            if (table.Objects("rows").Count > 0)
            {
                _table.Write(ServerTable.Rows(table, _columns, ViewOf(type, change), header: !_printedHeader));
                _printedHeader = true;
            }
        }

        await session.Out.FlushAsync(CancellationToken.None);
    }
}
