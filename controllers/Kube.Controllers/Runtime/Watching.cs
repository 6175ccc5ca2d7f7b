using Kube.Api;
using Kube.Client;

namespace Kube.Controllers.Runtime;

/// <summary>The usual sentences.</summary>
internal static class Watching
{
    /// <summary>Each object of a kind, by its own key.</summary>
    public static Watches<ObjectKey> Each<T>(this Watches<ObjectKey> watches, Informer<T> of)
        where T : class, IResource<T> => watches.Changes(of, change => [ObjectKey.Of(change.Object)]);

    /// <summary>
    /// The controllers of changed objects, before and after the change. For objects without a controller, those that
    /// <paramref name="adopters"/> names: they may want to adopt. <paramref name="observer"/> learns of what was created and deleted.
    /// </summary>
    public static Watches<ObjectKey> OwnersOf<T, TOwner>(
        this Watches<ObjectKey> watches, Informer<T> children, Informer<TOwner> owners, Func<T, IEnumerable<ObjectKey>>? adopters = null, Expectations? observer = null)
        where T : class, IResource<T>
        where TOwner : class, IResource<TOwner> => watches.Changes(children, change =>
        {
            Observe(observer, owners, change);
            return Owning<T, TOwner>(change, adopters).Distinct();
        });

    private static IEnumerable<ObjectKey> Owning<T, TOwner>(Change<T> change, Func<T, IEnumerable<ObjectKey>>? adopters)
        where T : class, IResource<T>
        where TOwner : class, IResource<TOwner>
    {
        foreach (var value in new[] { change.Old, change.New })
        {
            if (value is null)
            {
                continue;
            }

            if (value.Controller() is { } controller)
            {
                if (controller.IsOfKind(TOwner.Info))
                {
                    yield return new ObjectKey(value.Metadata?.Namespace, controller.Name ?? string.Empty);
                }
            }
            else if (change.Type != ChangeType.Deleted)
            {
                foreach (var adopter in adopters?.Invoke(value) ?? [])
                {
                    yield return adopter;
                }
            }
        }
    }

    private static void Observe<T, TOwner>(Expectations? observer, Informer<TOwner> owners, Change<T> change)
        where T : class, IResource<T>
        where TOwner : class, IResource<TOwner>
    {
        var value = change.Object;
        if (observer is null || value.Controller() is not { } controller || !controller.IsOfKind(TOwner.Info)
            || owners.Get(value.Metadata?.Namespace, controller.Name ?? string.Empty)?.Metadata?.Uid != controller.Uid)
        {
            return;
        }

        var key = new ObjectKey(value.Metadata?.Namespace, controller.Name!);
        if (change.Type == ChangeType.Added)
        {
            observer.CreationObserved(key);
        }

        if (change.Type == ChangeType.Deleted || value.Metadata?.DeletionTimestamp is not null)
        {
            observer.DeletionObserved(key, value.Uid());
        }
    }
}
