using Kube.Api.Meta.V1;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Verbs;

/// <summary>One chunk of a list.</summary>
/// <param name="Items">The objects' bytes with resourceVersion, in stored form.</param>
/// <param name="Revision">The revision the list is read at.</param>
/// <param name="LastKey">The last key of the chunk when there is more; null for the last chunk.</param>
/// <param name="Remaining">How many objects follow; null when that is not known (selectors).</param>
internal sealed record ListPage(IReadOnlyList<ReadOnlyMemory<byte>> Items, long Revision, string? LastKey, long? Remaining)
{
    /// <summary>The metadata of the list.</summary>
    public ListMeta Meta(ApiRequest request) => new()
    {
        ResourceVersion = Revision.ToString(),
        Continue = LastKey is { } last
            ? new ContinueToken(Revision, last[StorageKeys.Prefix(request.Store.Resource.Info, request.Namespace).Length..]).ToString()
            : null,
        RemainingItemCount = LastKey is null ? null : Remaining,
    };
}
