using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Machinery.Selectors;

namespace Kube.Controllers.Runtime;

/// <summary>
/// Keeps owner references in step with a selector: adopts matching orphans and releases what no longer matches. Before the first
/// adoption the owner is read from the server, because a cache may show an owner alive that is already being deleted.
/// </summary>
internal sealed class ControllerRefs<TOwner, T>(KubeClient client)
    where TOwner : class, IResource<TOwner>
    where T : class, IResource<T>
{
    /// <summary>The decision for one object. Pure.</summary>
    public static Claim Decide(TOwner owner, T child, bool matches)
    {
        if (child.Controller() is { } controller)
        {
            return controller.Uid != owner.Metadata?.Uid ? Claim.Ignore
                : matches ? Claim.Keep
                : owner.Metadata?.DeletionTimestamp is null ? Claim.Release : Claim.Ignore;
        }

        return matches && owner.Metadata?.DeletionTimestamp is null && child.Metadata?.DeletionTimestamp is null ? Claim.Adopt : Claim.Ignore;
    }

    /// <summary>Those of the candidates that are the owner's, after adopting and releasing.</summary>
    public async Task<List<T>> ClaimAsync(TOwner owner, LabelSelector? labelSelector, IEnumerable<T> candidates, CancellationToken ct)
    {
        var selector = Selector.From(labelSelector);
        var owned = new List<T>();
        var checkedLive = false;
        foreach (var child in candidates)
        {
            switch (Decide(owner, child, selector.Matches(child.Metadata?.Labels)))
            {
                case Claim.Keep:
                    owned.Add(child);
                    break;
                case Claim.Release:
                    await ReleaseAsync(owner, child, ct);
                    break;
                case Claim.Adopt:
                    checkedLive = checkedLive || await IsAliveAsync(owner, ct);
                    if (checkedLive && await AdoptAsync(owner, child, ct) is { } adopted)
                    {
                        owned.Add(adopted);
                    }

                    break;
                case Claim.Ignore:
                default:
                    break;
            }
        }

        return owned;
    }

    private async Task<bool> IsAliveAsync(TOwner owner, CancellationToken ct)
    {
        var live = await client.FindAsync<TOwner>(owner.Metadata?.Namespace, owner.Metadata!.Name!, ct);
        return live is not null && live.Uid() == owner.Uid() && live.Metadata?.DeletionTimestamp is null;
    }

    private async Task<T?> AdoptAsync(TOwner owner, T child, CancellationToken ct)
    {
        var patch = new PartialObjectMetadata
        {
            Metadata = new ObjectMeta { Uid = child.Uid(), OwnerReferences = [Owners.ReferenceTo(owner)] },
        };
        return await PatchAsync(child, Patch.Strategic(patch), ct);
    }

    private async Task ReleaseAsync(TOwner owner, T child, CancellationToken ct)
    {
        var gone = new JsonObject { ["$patch"] = "delete", ["uid"] = owner.Uid() };
        await PatchAsync(child, Patch.Strategic(new JsonObject
        {
            ["metadata"] = new JsonObject { ["uid"] = child.Uid(), ["ownerReferences"] = new JsonArray(gone) },
        }), ct);
    }

    /// <summary>Null when the object is gone or another one has its name now; that is not an error.</summary>
    private async Task<T?> PatchAsync(T child, Patch patch, CancellationToken ct)
    {
        try
        {
            return await client.PatchAsync<T>(child.Metadata?.Namespace, child.Metadata!.Name!, patch, ct);
        }
        catch (ApiException error) when (error.IsNotFound || error.IsInvalid)
        {
            return null;
        }
    }
}
