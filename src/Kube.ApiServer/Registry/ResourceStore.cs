using System.Runtime.CompilerServices;
using Kube.Api;
using Kube.Api.Resources;
using Kube.ApiServer.Admission;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.Machinery.Validation;
using Kube.Storage;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Registry;

/// <summary>
/// The collection of one resource: the way every write takes from a typed object to the store, and the cache that reads are served from.
/// Writes are guarded by the revision they started from. They start from the cache, which may lag: whenever the outcome could depend on that
/// (an error, nothing to write, a guard that fails), the store is asked and the write starts over. A conflict reaches the client only when
/// the client named a resourceVersion.
/// </summary>
internal sealed class ResourceStore(Resource resource, ResourceCache cache, IStore store, StoreServices services)
{
    private const int NameAttempts = 8;

    /// <summary>Objects that every write of others looks at: namespaces, classes, limits. They go with their entries.</summary>
    private readonly ConditionalWeakTable<CacheEntry, IKubeObject> _shared = [];

    /// <summary>What is stored here.</summary>
    public Resource Resource => resource;

    /// <summary>The read side.</summary>
    public ResourceCache Cache => cache;

    /// <summary>What hands out unique values to these objects; null for most.</summary>
    public IAllocator? Allocator { get; set; }

    private ResourceInfo Info => resource.Info;

    /// <summary>What the cache must know to keep a resource.</summary>
    /// <param name="resource">The resource as it is stored.</param>
    /// <param name="fields">Everything a field selector may ask for.</param>
    public static CacheResource CacheOf(Resource resource, IEnumerable<SelectableField> fields) =>
        new(resource.Info.GroupResource, StorageKeys.Prefix(resource.Info), [.. fields.Select(f => new CacheField(f.Path, f.Absent, f.Indexed))]) { Form = resource.FromStore };

    /// <summary>Stores a new object. The namespace is that of the path.</summary>
    public async Task<StoredObject> CreateAsync(IKubeObject obj, string? ns, WriteOptions options, CancellationToken cancel)
    {
        SystemFields.SetForCreate(obj, ns, services.Clock.GetUtcNow().UtcDateTime, options);
        var prefix = string.IsNullOrEmpty(obj.Metadata!.Name) ? obj.Metadata.GenerateName : null;
        if (!string.IsNullOrEmpty(prefix))
        {
            obj.Metadata.Name = services.Names.Generate(prefix);
        }

        var rules = Rules(options);
        rules.Default(obj);
        var request = new AdmissionRequest(Operation.Create, rules, ns, obj.Metadata.Name, obj, null, options);
        await services.Admission.AdmitAsync(request, cancel);
        rules.PrepareForCreate(obj);
        rules.Stamp(obj, null, Writer(options));
        await using var reservation = await CheckAsync(obj, null, options, rules.Validate, cancel);
        await using var charge = await services.Quota.ChargeAsync(request, cancel);
        for (var attempt = 1; ; attempt++)
        {
            var bytes = Bytes(obj, options);
            if (options.DryRun)
            {
                return await RefuseExistingAsync(obj, bytes, options, cancel);
            }

            charge?.Kept = true;
            var written = await store.CreateAsync(Key(obj), bytes, TimeToLive, cancel);
            charge?.Kept = written.Succeeded;
            if (written.Succeeded)
            {
                await CommitAsync(reservation, cancel);
                return Stored(obj, bytes, written.Revision);
            }

            if (string.IsNullOrEmpty(prefix))
            {
                throw Failure.AlreadyExists(Seen(options), obj.Metadata.Name);
            }

            if (attempt == NameAttempts)
            {
                throw Failure.NoFreeName(Seen(options), obj.Metadata.Name);
            }

            obj.Metadata.Name = services.Names.Generate(prefix);
            rules.Default(obj);
        }
    }

    /// <summary>
    /// Changes an object. <paramref name="change"/> gets the object as it is and returns the one to be; it runs again when another write came in between.
    /// A resourceVersion in what it returns must be the current one; none means whatever is there.
    /// </summary>
    public async Task<StoredObject> UpdateAsync(string? ns, string name, Func<StoredObject, ValueTask<IKubeObject>> change, UpdateTarget target, WriteOptions options, CancellationToken cancel)
    {
        var key = Key(ns, name);
        var current = Cached(key);
        var fresh = current is null;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            current ??= await LoadAsync(key, cancel) ?? throw Failure.NotFound(Seen(options), name);
            try
            {
                var (outcome, now) = await TryUpdateAsync(key, current, change, target, options, cancel);
                if (outcome is not null && (fresh || outcome.Revision != current.Revision))
                {
                    return outcome;
                }

                // The guard did not hold, and the store told what is there; or nothing was to be written, which only the store's own state may decide.
                current = outcome is null ? now ?? throw Failure.NotFound(Seen(options), name) : null;
            }
            catch (ApiError) when (!fresh)
            {
                current = null;
            }

            fresh = true;
        }
    }

    /// <summary>Deletes an object, or starts its deletion.</summary>
    public async Task<DeleteOutcome> DeleteAsync(string? ns, string name, Kube.Api.Meta.V1.DeleteOptions options, WriteOptions write, CancellationToken cancel)
    {
        var key = Key(ns, name);
        var current = await LoadAsync(key, cancel);
        while (current is not null)
        {
            cancel.ThrowIfCancellationRequested();
            CheckPreconditions(current, options, Seen(write));
            await services.Admission.AdmitAsync(new AdmissionRequest(Operation.Delete, resource, ns, name, null, current.Object, write), cancel);
            var obj = current.Object.Clone();
            var step = DeletePlan.Decide(resource, obj, options, services.Clock.GetUtcNow().UtcDateTime);
            if (write.DryRun || step == DeleteStep.Wait)
            {
                return new DeleteOutcome(step == DeleteStep.Remove, step == DeleteStep.Mark ? Stored(obj, StoredJson.Write(obj), current.Revision) : current);
            }

            var bytes = step == DeleteStep.Mark ? StoredJson.Write(obj) : [];
            var written = step == DeleteStep.Mark
                ? await store.UpdateAsync(key, bytes, current.Revision, cancel)
                : await store.DeleteAsync(key, current.Revision, cancel);
            if (written.Succeeded)
            {
                return await FinishDeleteAsync(step, current, obj, bytes, written.Revision, cancel);
            }

            current = written.Current is { } entry ? Decode(entry.Value, entry.ModRevision) : null;
        }

        throw Failure.NotFound(Seen(write), name);
    }

    /// <summary>The object as the store has it now; null when there is none.</summary>
    public async Task<StoredObject?> LoadAsync(string key, CancellationToken cancel) =>
        await store.GetAsync(key, cancel) is { } entry ? Decode(entry.Value, entry.ModRevision) : null;

    /// <summary>The object as the cache has it, which may be a moment old; null when there is none.</summary>
    public StoredObject? Cached(string key) => cache.Get(key) is { } entry ? Typed(entry) : null;

    /// <summary>The objects of a namespace (null: all) as the cache has them, in the order of their names.</summary>
    public IEnumerable<StoredObject> CachedIn(string? ns) => cache.Snapshot.Select(new CacheFilter { Namespace = ns }).Select(Typed);

    /// <summary>As <see cref="Cached"/>, read once and shared until it changes: not to be changed, nor given to what may be.</summary>
    public IKubeObject? Shared(string key) => cache.Get(key) is { } entry ? Shared(entry) : null;

    /// <summary>As <see cref="CachedIn"/>, each read once and shared until it changes: not to be changed, nor given to what may be.</summary>
    public IEnumerable<IKubeObject> SharedIn(string? ns) => cache.Snapshot.Select(new CacheFilter { Namespace = ns }).Select(Shared);

    /// <summary>An entry of the cache, typed.</summary>
    public StoredObject Typed(CacheEntry entry) => new(entry.Utf8, entry.Revision, (IKubeObject)ApiJson.Deserialize(entry.Utf8.Span, resource.Type));

    /// <summary>The key of an object in the store and in the cache.</summary>
    public string Key(string? ns, string name) => StorageKeys.Of(Info, ns, name);

    private TimeSpan? TimeToLive => resource.TimeToLive == 0 ? null : TimeSpan.FromSeconds(resource.TimeToLive);

    private string Key(IKubeObject obj) => Key(obj.Metadata!.Namespace, obj.Metadata.Name!);

    /// <summary>The resource as failures name it.</summary>
    private ResourceInfo Seen(WriteOptions options) => options.View?.Info ?? Info;

    /// <summary>Whose defaults, preparation and validation apply.</summary>
    private Resource Rules(WriteOptions options) => options.View is { StoredAs.HasOwnRules: true } view ? view : resource;

    private IKubeObject Shared(CacheEntry entry) => _shared.GetValue(entry, e => Typed(e).Object);

    private Writer Writer(WriteOptions options) =>
        new(options.User.Name, options.User.Uid, options.User.Groups, options.User.Extra, services.Clock.GetUtcNow().UtcDateTime);

    /// <summary>What is stored of an object that all rules have passed.</summary>
    private static byte[] Bytes(IKubeObject obj, WriteOptions options) =>
        StoredJson.Write(options.View?.StoredAs is { HasOwnRules: true } form ? form.ToStored(obj) : obj);

    /// <summary>One attempt: the outcome, or the object as it is now when the guard did not hold (null when it is gone).</summary>
    private async Task<(StoredObject? Outcome, StoredObject? Current)> TryUpdateAsync(
        string key, StoredObject current, Func<StoredObject, ValueTask<IKubeObject>> change, UpdateTarget target, WriteOptions options, CancellationToken cancel)
    {
        var (obj, old) = (await change(current), current.Object);
        CheckVersion(obj, current, Seen(options));
        SystemFields.CarryOver(obj, old);
        var rules = Rules(options);
        Prepare(rules, obj, old, target, options);
        var request = new AdmissionRequest(Operation.Update, rules, old.Metadata!.Namespace, old.Metadata.Name, obj, old, options);
        await services.Admission.AdmitAsync(request, cancel);
        await using var reservation = await CheckAsync(obj, old, options, (o, errors) => Validate(rules, o, old, target, options, errors), cancel);
        await using var charge = await services.Quota.ChargeAsync(request, cancel);
        FieldOwners.Track(obj, old, rules, options.Manager, target, services.Clock.GetUtcNow().UtcDateTime);
        var bytes = Bytes(obj, options);
        if (options.DryRun)
        {
            return (Stored(obj, bytes, current.Revision), null);
        }

        if (DeletePlan.IsFinished(resource, obj))
        {
            var deleted = await store.DeleteAsync(key, current.Revision, cancel);
            return deleted.Succeeded
                ? ((await FinishDeleteAsync(DeleteStep.Remove, current, obj, bytes, deleted.Revision, cancel)).Object, null)
                : (null, deleted.Current is { } other ? Decode(other.Value, other.ModRevision) : null);
        }

        if (!current.IsOutdated && Stored(obj, bytes, current.Revision) is { } same && same.Utf8.Span.SequenceEqual(current.Utf8.Span))
        {
            return (current, null);
        }

        charge?.Kept = true;
        var written = await store.UpdateAsync(key, bytes, current.Revision, cancel);
        charge?.Kept = written.Succeeded;
        if (!written.Succeeded)
        {
            return (null, written.Current is { } entry ? Decode(entry.Value, entry.ModRevision) : null);
        }

        await CommitAsync(reservation, cancel);
        return (Stored(obj, bytes, written.Revision), null);
    }

    private void Prepare(Resource rules, IKubeObject obj, IKubeObject old, UpdateTarget target, WriteOptions options)
    {
        switch (target)
        {
            case UpdateTarget.Object:
                rules.Default(obj);
                rules.PrepareForUpdate(obj, old);
                break;
            case UpdateTarget.Status:
                rules.Default(obj);
                rules.PrepareForStatusUpdate(obj, old);
                break;
            case UpdateTarget.Part:
                rules.Default(obj);
                rules.PrepareForPartUpdate(options.Subresource!, obj, old);
                break;
            default:
                return;
        }

        rules.Stamp(obj, old, Writer(options));
    }

    private static void Validate(Resource rules, IKubeObject obj, IKubeObject old, UpdateTarget target, WriteOptions options, FieldErrors errors)
    {
        SystemFields.CheckFinalizers(obj, old, errors);
        switch (target)
        {
            case UpdateTarget.Object:
                rules.ValidateUpdate(obj, old, errors);
                break;
            case UpdateTarget.Status:
                rules.ValidateStatusUpdate(obj, old, errors);
                break;
            case UpdateTarget.Part:
                rules.ValidatePartUpdate(options.Subresource!, obj, old, errors);
                break;
            default:
                break;
        }
    }

    private async ValueTask<IReservation?> CheckAsync(IKubeObject obj, IKubeObject? old, WriteOptions options, Action<IKubeObject, FieldErrors> validate, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        validate(obj, errors);
        var reservation = errors.Count == 0 && Allocator is not null ? await Allocator.ReserveAsync(obj, old, options.DryRun, errors, cancel) : null;
        if (errors.Count == 0)
        {
            return reservation;
        }

        if (reservation is not null)
        {
            await reservation.DisposeAsync();
        }

        throw Failure.Invalid(Seen(options), obj.Metadata?.Name, errors);
    }

    private void CheckVersion(IKubeObject obj, StoredObject current, ResourceInfo info)
    {
        var name = current.Object.Metadata!.Name;
        var (given, uid) = (obj.Metadata?.ResourceVersion, obj.Metadata?.Uid);
        if (!string.IsNullOrEmpty(uid) && uid != current.Object.Metadata.Uid)
        {
            throw Failure.Conflict(info, name, $"Precondition failed: UID in precondition: {uid}, UID in object meta: {current.Object.Metadata.Uid}");
        }

        if (string.IsNullOrEmpty(given) || given == "0")
        {
            if (!resource.AllowUnconditionalUpdate)
            {
                var errors = new FieldErrors();
                errors.Invalid(FieldPath.Of("metadata", "resourceVersion"), (FormattableString)$"0x0", "must be specified for an update");
                throw Failure.Invalid(info, name, errors);
            }
        }
        else if (!long.TryParse(given, out var revision))
        {
            var errors = new FieldErrors();
            errors.Invalid(FieldPath.Of("metadata", "resourceVersion"), given, "must be a number");
            throw Failure.Invalid(info, name, errors);
        }
        else if (revision != current.Revision)
        {
            throw Failure.Modified(info, name);
        }
    }

    private static void CheckPreconditions(StoredObject current, Kube.Api.Meta.V1.DeleteOptions options, ResourceInfo info)
    {
        var (wanted, meta) = (options.Preconditions, current.Object.Metadata!);
        var named = new ResourceInfo(info.Group, info.Version, info.Kind, info.Kind, info.Scope); // Here Kubernetes speaks of the kind.
        if (wanted?.Uid is { } uid && uid != meta.Uid)
        {
            throw Failure.Conflict(named, meta.Name, $"the UID in the precondition ({uid}) does not match the UID in record ({meta.Uid}). The object might have been deleted and then recreated");
        }

        if (wanted?.ResourceVersion is { } version && version != meta.ResourceVersion)
        {
            throw Failure.Conflict(named, meta.Name, $"the ResourceVersion in the precondition ({version}) does not match the ResourceVersion in record ({meta.ResourceVersion}). The object might have been modified");
        }
    }

    private async Task<StoredObject> RefuseExistingAsync(IKubeObject obj, byte[] bytes, WriteOptions options, CancellationToken cancel) =>
        await store.GetAsync(Key(obj), cancel) is null ? new StoredObject(bytes, 0, obj) : throw Failure.AlreadyExists(Seen(options), obj.Metadata!.Name);

    private async Task<DeleteOutcome> FinishDeleteAsync(DeleteStep step, StoredObject before, IKubeObject after, byte[] bytes, long revision, CancellationToken cancel)
    {
        if (step == DeleteStep.Mark)
        {
            return new DeleteOutcome(false, Stored(after, bytes, revision));
        }

        if (Allocator is not null)
        {
            await Allocator.ReleaseAsync(before.Object, cancel);
        }

        return new DeleteOutcome(true, bytes.Length == 0 ? before : Stored(after, bytes, revision));
    }

    private static async ValueTask CommitAsync(IReservation? reservation, CancellationToken cancel)
    {
        if (reservation is not null)
        {
            await reservation.CommitAsync(cancel);
        }
    }

    private StoredObject Decode(ReadOnlyMemory<byte> value, long revision)
    {
        var read = resource.FromStore(value);
        var obj = (IKubeObject)ApiJson.Deserialize(read.Span, resource.Type);
        obj.Metadata!.ResourceVersion = revision.ToString();
        return new StoredObject(ObjectBytes.WithRevision(read, revision), revision, obj) { IsOutdated = !read.Equals(value) };
    }

    private static StoredObject Stored(IKubeObject obj, byte[] bytes, long revision)
    {
        obj.Metadata!.ResourceVersion = revision.ToString();
        return new StoredObject(ObjectBytes.WithRevision(bytes, revision), revision, obj);
    }
}
