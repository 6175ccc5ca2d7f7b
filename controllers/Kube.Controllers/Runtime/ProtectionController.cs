using Kube.Api;
using Kube.Client;

namespace Kube.Controllers.Runtime;

/// <summary>
/// Keeps objects of one kind while something uses them: they carry a finalizer, which goes when a deleted one is used no more.
/// Writes nothing but that finalizer. What says whether an object is used must not be older than its deletion.
/// </summary>
internal abstract class ProtectionController<T>(ControllerContext context, string name, string finalizer, Informer<T> objects) : Controller<ObjectKey>(context, name)
    where T : class, IResource<T>
{
    /// <inheritdoc />
    public override int Workers => 1;

    /// <inheritdoc />
    public override void Watch(Watches<ObjectKey> watches) =>
        watches.Changes(objects, change => change.New is { } now && (IsDeleted(now) || !Holds(now)) ? [now.Key()] : []);

    /// <inheritdoc />
    public override async Task<Requeue> ReconcileAsync(ObjectKey key, CancellationToken ct)
    {
        if (objects.Get(key.Namespace, key.Name) is not { } obj || Holds(obj) != IsDeleted(obj) || (IsDeleted(obj) && await IsUsedAsync(obj, ct)))
        {
            return Requeue.None;
        }

        var changed = obj.Clone();
        changed.Metadata!.Finalizers = IsDeleted(obj) ? [.. obj.Metadata!.Finalizers!.Where(f => f != finalizer)] : [.. obj.Metadata?.Finalizers ?? [], finalizer];
        try
        {
            await Client.UpdateAsync(changed, ct);
        }
        catch (ApiException error) when (error.IsNotFound)
        {
            // Gone already.
        }

        return Requeue.None;
    }

    /// <summary>Whether a deleted object is still in use. Its caches may lag: before the answer is no, the server is asked.</summary>
    protected abstract Task<bool> IsUsedAsync(T obj, CancellationToken ct);

    /// <summary>The key of an object that waits to be let go; nothing for others.</summary>
    protected IEnumerable<ObjectKey> Waiting(string? ns, string? name) =>
        name is not null && objects.Get(ns, name) is { } obj && IsDeleted(obj) ? [obj.Key()] : [];

    private static bool IsDeleted(T obj) => obj.Metadata?.DeletionTimestamp is not null;

    private bool Holds(T obj) => obj.Metadata?.Finalizers?.Contains(finalizer) == true;
}
