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

    /// <summary>True when stored bytes must be rewritten before a client reads them.</summary>
    public bool Converts => View.StoredAs is not null;

    /// <summary>What a client sent, in the form it is stored in.</summary>
    public IKubeObject ToStored(IKubeObject obj) => View.StoredAs is { } form ? form.ToStored(obj) : obj;

    /// <summary>A stored object, in the form a client reads.</summary>
    public IKubeObject FromStored(IKubeObject obj) => View.StoredAs is { } form ? form.FromStored(obj) : obj;

    /// <summary>The bytes a client reads, of bytes with resourceVersion as the cache has them.</summary>
    public ReadOnlyMemory<byte> Bytes(ReadOnlyMemory<byte> stored) => View.StoredAs is { } form
        ? ApiJson.Serialize(form.FromStored((IKubeObject)ApiJson.Deserialize(stored.Span, form.Storage.Type)))
        : stored;
}
