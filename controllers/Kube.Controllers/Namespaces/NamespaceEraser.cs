using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.Namespaces;

/// <summary>Deletes everything in a namespace, of every kind the server serves: pods first, the rest when they are gone, so that no pod outlives what it uses.</summary>
internal sealed class NamespaceEraser(KubeClient client)
{
    private readonly MetadataClient _metadata = new(client);

    /// <summary>Deletes what is there and tells what is left.</summary>
    public async Task<NamespaceContent> EraseAsync(string ns, CancellationToken ct)
    {
        var content = new NamespaceContent();
        ApiCatalog catalog;
        try
        {
            catalog = await ApiCatalog.ReadAsync(client, ct);
        }
        catch (ApiException error)
        {
            content.DiscoveryFailure = error.Message;
            return content;
        }

        var kinds = catalog.Kinds.Where(kind => kind.Info.Namespaced && kind.Can("delete", "list")).ToLookup(kind => kind.Info.GroupResource == Pod.Info.GroupResource);
        foreach (var kind in kinds[true])
        {
            await EraseAsync(kind, ns, content, ct);
        }

        if (content.IsEmpty)
        {
            foreach (var kind in kinds[false])
            {
                await EraseAsync(kind, ns, content, ct);
            }
        }

        return content;
    }

    private async Task EraseAsync(ServedKind kind, string ns, NamespaceContent content, CancellationToken ct)
    {
        try
        {
            var (items, _) = await _metadata.ListAsync(kind.Info, ns, ct);
            if (items.Count == 0)
            {
                return;
            }

            await DeleteAsync(kind, ns, items, ct);
            Note(kind.Info, (await _metadata.ListAsync(kind.Info, ns, ct)).Items, content);
        }
        catch (ApiException gone) when (gone.IsNotFound)
        {
            // The kind is no longer served.
        }
        catch (ApiException error)
        {
            content.Failures.Add($"{NameOf(kind.Info)}: {error.Message}");
        }
    }

    private async Task DeleteAsync(ServedKind kind, string ns, List<PartialObjectMetadata> items, CancellationToken ct)
    {
        if (kind.Can("deletecollection"))
        {
            await _metadata.DeleteCollectionAsync(kind.Info, ns, new DeleteOptions { PropagationPolicy = DeletionPropagation.Background }, ct);
            return;
        }

        foreach (var item in items)
        {
            await _metadata.DeleteAsync(kind.Info, ObjectKey.Of(item), new DeleteOptions { PropagationPolicy = DeletionPropagation.Background }, ct);
        }
    }

    private static void Note(ResourceInfo kind, List<PartialObjectMetadata> items, NamespaceContent content)
    {
        if (items.Count > 0)
        {
            content.Remaining[NameOf(kind)] = items.Count;
        }

        foreach (var finalizer in items.SelectMany(item => item.Metadata?.Finalizers ?? []))
        {
            content.Finalizers[finalizer] = content.Finalizers.GetValueOrDefault(finalizer) + 1;
        }
    }

    private static string NameOf(ResourceInfo kind) => $"{kind.Plural}.{kind.Group}";
}
