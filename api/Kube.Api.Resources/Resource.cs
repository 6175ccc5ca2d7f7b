using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources;

/// <summary>
/// One served resource, seen without its type: what the API server derives routes, discovery, OpenAPI, storage keys and tables from.
/// Declarations derive from <see cref="Resource{T}"/>; the server calls through here. Everything is pure: no clock, no I/O.
/// Order of a create: decode, <see cref="Default"/>, admission, <see cref="PrepareForCreate"/>, <see cref="Validate"/>.
/// Order of an update: decode, <see cref="Default"/>, <see cref="PrepareForUpdate"/>, admission, <see cref="ValidateUpdate"/>.
/// </summary>
public abstract class Resource
{
    /// <summary>Group, version, kind, plural and scope.</summary>
    public abstract ResourceInfo Info { get; }

    /// <summary>The C# type of the kind.</summary>
    public abstract Type Type { get; }

    /// <summary>How its objects look on the wire; that of <see cref="Type"/> for built-in kinds.</summary>
    public virtual ObjectForm Form => ObjectForm.Of(Type);

    /// <summary>Not null when the objects are stored in another resource's form: see <see cref="Resources.StoredAs"/> for what the server does then.</summary>
    public virtual StoredAs? StoredAs => null;

    /// <summary>
    /// False for kinds that are served but kept nowhere: reviews, which are answered on create, and objects made anew on each read. They have no
    /// cache and no store; the server has a handler registered by their type. Such a kind must say in <see cref="Verbs"/> what it allows: <c>create</c>,
    /// or <c>get</c> and <c>list</c>. Its metadata is not validated.
    /// </summary>
    public virtual bool IsStored => true;

    /// <summary>Short names, categories, singular.</summary>
    public virtual Names Names => new();

    /// <summary>The kind of a list of its objects.</summary>
    public virtual string ListKind => Info.Kind + "List";

    /// <summary>Verbs in discovery's words; all eight unless a kind allows fewer.</summary>
    public virtual IReadOnlyList<string> Verbs => ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];

    /// <summary>What every user of the resource is told (in a <c>Warning</c> header) because it will go; null for most.</summary>
    public virtual string? Deprecation => null;

    /// <summary>Subresources, <c>status</c> and <c>scale</c> among them.</summary>
    public virtual IReadOnlyList<Subresource> Subresources => [];

    /// <summary>Fields for field selectors beyond <c>metadata.name</c> and <c>metadata.namespace</c>, which every kind has.</summary>
    public virtual IReadOnlyList<SelectableField> SelectableFields => [];

    /// <summary>True when PUT without a resourceVersion overwrites (most kinds), false when it is refused.</summary>
    public virtual bool AllowUnconditionalUpdate => true;

    /// <summary>True when PUT of a name that does not exist creates it (Lease and few others).</summary>
    public virtual bool AllowCreateOnUpdate => false;

    /// <summary>Grace period in seconds of a delete that names none; null deletes at once (every kind but Pod).</summary>
    public virtual long? DefaultGracePeriod(IKubeObject obj) => null;

    /// <summary>What is done with dependents when a delete does not say; null for a kind that can have none, where what it says is passed over.</summary>
    public virtual string? DefaultPropagation => DeletionPropagation.Background;

    /// <summary>True for the few kinds whose deletion is answered with the object as it was last; the others are answered with a Status.</summary>
    public virtual bool ReturnsDeletedObject => false;

    /// <summary>True while something must happen before a deleted object may go; the finalizers of metadata, and of the spec for Namespace.</summary>
    public virtual bool IsHeld(IKubeObject obj) => obj.Metadata?.Finalizers is { Count: > 0 };

    /// <summary>Shows in the object that it is on its way out, beyond deletionTimestamp; true when that changed it.</summary>
    public virtual bool PrepareForDelete(IKubeObject obj) => false;

    /// <summary>Seconds after which an object goes by itself; 0 for never (Event: one hour).</summary>
    public virtual long TimeToLive => 0;

    /// <summary>
    /// What the store holds, as it is read: most kinds read what they wrote. Called once for each stored value, with bytes that must not be changed;
    /// returns the same bytes where there is nothing to do. Throws <see cref="System.Text.Json.JsonException"/> for what is no JSON object.
    /// </summary>
    public virtual ReadOnlyMemory<byte> FromStore(ReadOnlyMemory<byte> stored) => stored;

    /// <summary>Fills absent fields.</summary>
    public abstract void Default(IKubeObject obj);

    /// <summary>
    /// Drops what a client may not set on create (status) and sets the first generation. Whoever calls sets what every object gets
    /// from the server: uid, creationTimestamp, the namespace of the path, a generated name.
    /// </summary>
    public abstract void PrepareForCreate(IKubeObject obj);

    /// <summary>
    /// Carries over what an update may not change (status) and raises the generation when the wanted state changed. Whoever calls carries
    /// over uid, creationTimestamp, deletionTimestamp and deletionGracePeriodSeconds.
    /// </summary>
    public abstract void PrepareForUpdate(IKubeObject obj, IKubeObject old);

    /// <summary>For PUT and PATCH of <c>status</c>: keeps everything but the status.</summary>
    public abstract void PrepareForStatusUpdate(IKubeObject obj, IKubeObject old);

    /// <summary>Fills in what the kind knows of a write beside its content: who makes it, and when. After the preparation of a create or of an update; not for the server's own changes.</summary>
    public virtual void Stamp(IKubeObject obj, IKubeObject? old, Writer writer)
    {
    }

    /// <summary>Every field error of a new object, metadata included.</summary>
    public abstract void Validate(IKubeObject obj, FieldErrors errors);

    /// <summary>Every field error of an update, immutable fields included.</summary>
    public abstract void ValidateUpdate(IKubeObject obj, IKubeObject old, FieldErrors errors);

    /// <summary>Every field error of a status update.</summary>
    public abstract void ValidateStatusUpdate(IKubeObject obj, IKubeObject old, FieldErrors errors);

    /// <summary>For PUT and PATCH of a subresource that is a part of the object, such as a pod's <c>resize</c>: keeps everything but that part.</summary>
    public virtual void PrepareForPartUpdate(string part, IKubeObject obj, IKubeObject old) => throw new InvalidOperationException($"{Info.GroupResource} has no part {part}");

    /// <summary>Every field error of an update of such a part.</summary>
    public virtual void ValidatePartUpdate(string part, IKubeObject obj, IKubeObject old, FieldErrors errors)
    {
    }

    /// <summary>Warnings for the client (sent as <c>Warning</c> headers), such as a deprecated field in use.</summary>
    public virtual IReadOnlyList<string> Warnings(IKubeObject obj) => [];

    /// <summary>The template of the pods that an object makes; null for kinds that make none. Rules about pods warn of templates early.</summary>
    public virtual PodTemplateSpec? PodTemplateOf(IKubeObject obj) => null;

    /// <summary>Warnings for a client that deletes and may not mean all that follows from its options.</summary>
    public virtual IReadOnlyList<string> DeleteWarnings(DeleteOptions options) => [];

    /// <summary>Column headings of tables, in order.</summary>
    public abstract IReadOnlyList<TableColumnDefinition> ColumnDefinitions { get; }

    /// <summary>The cells of one object's row, one per column.</summary>
    public abstract object?[] Cells(IKubeObject obj, DateTime now);

    /// <summary>The Scale of an object; null when the kind has none.</summary>
    public abstract Kube.Api.Autoscaling.V1.Scale? GetScale(IKubeObject obj);

    /// <summary>Sets the wanted replicas.</summary>
    public abstract void SetReplicas(IKubeObject obj, int replicas);
}
