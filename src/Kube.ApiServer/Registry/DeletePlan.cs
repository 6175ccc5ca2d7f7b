using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Api.Resources;

namespace Kube.ApiServer.Registry;

/// <summary>What a delete does to an object now.</summary>
internal enum DeleteStep
{
    /// <summary>It goes at once.</summary>
    Remove,

    /// <summary>It is marked as going and written back; its finalizers or its grace period decide when it goes.</summary>
    Mark,

    /// <summary>It is on its way already and this delete changes nothing.</summary>
    Wait,
}

/// <summary>Decides a delete: grace period, finalizers and propagation policy. Pure; changes only the object it is given.</summary>
internal static class DeletePlan
{
    private const string OrphanFinalizer = "orphan";
    private const string ForegroundFinalizer = "foregroundDeletion";

    public static DeleteStep Decide(Resource resource, IKubeObject obj, DeleteOptions options, DateTime now)
    {
        var meta = obj.Metadata!;
        var grace = resource.DefaultGracePeriod(obj);
        var pending = IsPending(meta, grace);
        if (pending && !Shortens(meta, options))
        {
            return DeleteStep.Wait; // What a delete says of dependents counts only while no other is under way.
        }

        var changed = ApplyPropagation(resource, meta, options);
        var step = pending ? Shorten(meta, options) : meta.DeletionTimestamp is null ? Begin(meta, grace, options, now) : null;
        if (step is { } decided)
        {
            return decided;
        }

        if (!resource.IsHeld(obj))
        {
            return DeleteStep.Remove;
        }

        if (meta.DeletionTimestamp is null)
        {
            meta.DeletionTimestamp = now;
            meta.DeletionGracePeriodSeconds = 0;
            CountGeneration(meta);
            changed = true;
        }

        return resource.PrepareForDelete(obj) || changed || pending ? DeleteStep.Mark : DeleteStep.Wait;
    }

    /// <summary>Whether an object that is on its way out has nothing left to wait for.</summary>
    public static bool IsFinished(Resource resource, IKubeObject obj) =>
        obj.Metadata is { DeletionTimestamp: not null, DeletionGracePeriodSeconds: null or 0 } && !resource.IsHeld(obj);

    /// <summary>The first delete; null when no grace period applies.</summary>
    private static DeleteStep? Begin(ObjectMeta meta, long? grace, DeleteOptions options, DateTime now)
    {
        if (grace is null or 0)
        {
            return null;
        }

        var period = Period(options.GracePeriodSeconds ?? grace.Value);
        if (period == 0)
        {
            return null;
        }

        meta.DeletionTimestamp = now.AddSeconds(period);
        meta.DeletionGracePeriodSeconds = period;
        CountGeneration(meta);
        return DeleteStep.Mark;
    }

    /// <summary>The wish that an object goes is a change of what is wanted of it.</summary>
    private static void CountGeneration(ObjectMeta meta) => meta.Generation = meta.Generation > 0 ? meta.Generation + 1 : meta.Generation;

    /// <summary>A grace period is running.</summary>
    private static bool IsPending(ObjectMeta meta, long? grace) => grace is not null && meta is { DeletionTimestamp: not null, DeletionGracePeriodSeconds: > 0 };

    private static bool Shortens(ObjectMeta meta, DeleteOptions options) => options.GracePeriodSeconds is { } asked && Period(asked) < meta.DeletionGracePeriodSeconds;

    /// <summary>A further delete may only shorten the grace period; null when none is left.</summary>
    private static DeleteStep? Shorten(ObjectMeta meta, DeleteOptions options)
    {
        var asked = Period(options.GracePeriodSeconds!.Value);
        meta.DeletionTimestamp = meta.DeletionTimestamp!.Value.AddSeconds(asked - meta.DeletionGracePeriodSeconds!.Value);
        meta.DeletionGracePeriodSeconds = asked;
        return asked > 0 ? DeleteStep.Mark : null;
    }

    private static long Period(long seconds) => seconds < 0 ? 1 : seconds;

    private static bool ApplyPropagation(Resource resource, ObjectMeta meta, DeleteOptions options)
    {
        if (resource.DefaultPropagation is null)
        {
            return false;
        }

        var before = meta.Finalizers ?? [];
        var policy = options.PropagationPolicy ?? options.OrphanDependents switch
        {
            true => DeletionPropagation.Orphan,
            false => DeletionPropagation.Background,
            null when before.Contains(OrphanFinalizer) || before.Contains(ForegroundFinalizer) => null,
            null => resource.DefaultPropagation,
        };
        var after = policy switch
        {
            DeletionPropagation.Orphan => With(before, OrphanFinalizer, ForegroundFinalizer),
            DeletionPropagation.Foreground => With(before, ForegroundFinalizer, OrphanFinalizer),
            DeletionPropagation.Background => [.. before.Where(f => f is not (OrphanFinalizer or ForegroundFinalizer))],
            _ => before,
        };
        if (after.SequenceEqual(before))
        {
            return false;
        }

        meta.Finalizers = after.Count == 0 ? null : after;
        return true;
    }

    private static List<string> With(List<string> finalizers, string wanted, string unwanted)
    {
        var list = finalizers.Where(f => f != unwanted).ToList();
        if (!list.Contains(wanted))
        {
            list.Add(wanted);
        }

        return list;
    }
}
