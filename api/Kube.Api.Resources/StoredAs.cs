namespace Kube.Api.Resources;

/// <summary>
/// For a resource that is only another view of the objects of <see cref="Storage"/> (events.k8s.io Events are core Events).
/// Keys, cache entries, selectable fields and watches are those of the storage resource; what a client sends is converted
/// with <see cref="ToStored"/> after decoding and before anything else, what is returned is converted with <see cref="FromStored"/>.
/// Defaults, validation and preparation of the storage resource apply.
/// </summary>
/// <param name="Storage">The resource whose form is stored.</param>
/// <param name="ToStored">Makes a stored object of a viewed one; metadata is shared, not copied.</param>
/// <param name="FromStored">Makes a viewed object of a stored one; metadata is shared, not copied.</param>
public sealed record StoredAs(Resource Storage, Func<IKubeObject, IKubeObject> ToStored, Func<IKubeObject, IKubeObject> FromStored)
{
    /// <summary>
    /// True where the view's own defaults, preparation and validation apply: versions of one kind, which differ in little. <see cref="ToStored"/> is
    /// the last step before the write then, and the objects that those rules compare with may be in the stored form.
    /// </summary>
    public bool HasOwnRules { get; init; }

    /// <summary>True for stored bytes that are what a client of the view reads already; null where there are none such.</summary>
    public Func<ReadOnlyMemory<byte>, bool>? IsViewed { get; init; }
}
