using Kube.Api;
using Kube.Api.Resources;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Computed;

namespace Kube.ApiServer.Registry;

/// <summary>A resource as clients see it, and what is behind it: a store, which differs in form only for views such as events.k8s.io Events, or a handler.</summary>
/// <param name="View">What is served.</param>
/// <param name="Kept">Where it is kept; null for kinds that are not stored.</param>
/// <param name="Computed">What answers for a kind that is not stored; null for the others.</param>
internal sealed record ServedResource(Resource View, ResourceStore? Kept, IComputedKind? Computed = null)
{
    /// <summary>The store; only for kinds that are stored.</summary>
    public ResourceStore Store => Kept ?? throw new InvalidOperationException($"{View.Info.GroupResource} is not stored");

    /// <summary>The verbs of the declaration, listed once.</summary>
    public IReadOnlyList<string> Verbs { get; } = View.Verbs;

    /// <summary>The subresources of the declaration, listed once.</summary>
    public IReadOnlyList<Subresource> Subresources { get; } = View.Subresources;

    /// <summary>The resource whose defaults, preparation and validation apply to what is written here.</summary>
    public Resource Rules => View.StoredAs is null or { HasOwnRules: true } ? View : Store.Resource;

    /// <summary>True when stored bytes may have to be rewritten before a client reads them.</summary>
    public bool Converts => View.StoredAs is not null;

    /// <summary>True when stored bytes are what a client reads.</summary>
    public bool IsViewed(ReadOnlyMemory<byte> stored) => View.StoredAs is not { } form || form.IsViewed?.Invoke(stored) == true;

    /// <summary>What a client sent, in the form that <see cref="Rules"/> and the store work on.</summary>
    public IKubeObject ToStored(IKubeObject obj) => View.StoredAs is { HasOwnRules: false } form ? form.ToStored(obj) : obj;

    /// <summary>A stored object, in the form a client reads.</summary>
    public IKubeObject FromStored(IKubeObject obj) => View.StoredAs is { } form ? form.FromStored(obj) : obj;

    /// <summary>The bytes a client reads, of bytes with resourceVersion as the cache has them.</summary>
    public ReadOnlyMemory<byte> Bytes(ReadOnlyMemory<byte> stored) => IsViewed(stored)
        ? stored
        : ApiJson.Serialize(View.StoredAs!.FromStored((IKubeObject)ApiJson.Deserialize(stored.Span, View.StoredAs.Storage.Type)));
}
