using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Policy.V1;
using Kube.Api.Resources;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Verbs;

namespace Kube.ApiServer.Subresources;

/// <summary>
/// POST of <c>pods/eviction</c>: a delete that the pod's disruption budget may refuse. A pod that serves nobody (not started, ended or on its way
/// out) goes without asking; one that is not ready goes where the budget can spare it; for any other the budget is charged first.
/// What was decided about a pod holds only for the pod as it was seen: the delete is guarded by its revision.
/// </summary>
internal sealed class EvictionSubresource(DisruptionBudgets budgets, TimeProvider clock)
{
    public async Task HandleAsync(ApiRequest request)
    {
        var form = ObjectForm.Of(typeof(Eviction));
        var eviction = (Eviction)request.Decode(await request.ReadBodyAsync(form), form, "policy/v1", "Eviction");
        if (!string.IsNullOrEmpty(eviction.Metadata?.Name) && eviction.Metadata.Name != request.Name)
        {
            throw Failure.BadRequest("name in URL does not match name in Eviction object");
        }

        var options = eviction.DeleteOptions ?? new DeleteOptions();
        DeleteOptionsReader.Check(options);
        var write = request.WriteOptions;
        await EvictAsync(request, options, write with { DryRun = write.DryRun || options.DryRun is { Count: > 0 } });
        await Answer.WriteAsync(request.Http, 201, new Status { ApiVersion = "v1", Kind = "Status", Metadata = new ListMeta(), Result = "Success", Code = 201 }, request.Cancel);
    }

    private async Task EvictAsync(ApiRequest request, DeleteOptions options, WriteOptions write)
    {
        var pinned = options.Preconditions?.ResourceVersion is not null;
        while (true)
        {
            var pod = (Pod)(await request.Store.LoadAsync(request.Store.Key(request.Namespace, request.Name), request.Cancel) ?? throw Failure.NotFound(request.View.Info, request.Name)).Object;
            if (!ServesNobody(pod))
            {
                await EvictServingAsync(request, pod, options, write);
                return;
            }

            try
            {
                var guarded = pod.Status?.Phase is PodPhase.Succeeded or PodPhase.Failed || pod.Metadata!.DeletionTimestamp is not null;
                await DeleteAsync(request, guarded || pinned ? options : Pinned(options, pod), write);
                return;
            }
            catch (ApiError error) when (IsConflict(error) && !pinned)
            {
                // The pod changed meanwhile and may serve now: it is looked at again.
            }
        }
    }

    private async Task EvictServingAsync(ApiRequest request, Pod pod, DeleteOptions options, WriteOptions write)
    {
        var budget = await budgets.OfAsync(pod, request.Cancel);
        if (budget is null)
        {
            await DeleteAsync(request, options, write);
            return;
        }

        if (!DisruptionBudgets.CanSpare(budget, pod))
        {
            await budgets.ChargeAsync(budget, pod, write.DryRun, request.Cancel);
            await DeleteAsync(request, options, write);
            return;
        }

        try
        {
            await DeleteAsync(request, Pinned(options, pod), write);
        }
        catch (ApiError error) when (IsConflict(error) && options.Preconditions?.ResourceVersion is null)
        {
            throw Failure.EvictionPremature(budget.Metadata!.Name!);
        }
    }

    /// <summary>Says in the pod's status why it goes, so that a Job does not count it as failed, and deletes it.</summary>
    private async Task DeleteAsync(ApiRequest request, DeleteOptions options, WriteOptions write)
    {
        if (write.DryRun)
        {
            await request.Store.DeleteAsync(request.Namespace, request.Name, options, write, request.Cancel);
            return;
        }

        var marked = await request.Store.UpdateAsync(
            request.Namespace, request.Name, current => new(Marked(request, (Pod)current.Object, options.Preconditions)), UpdateTarget.Server, write with { Manager = null }, request.Cancel);
        var pinned = options.Clone();
        if (pinned.Preconditions?.ResourceVersion is not null)
        {
            pinned.Preconditions.ResourceVersion = marked.Object.Metadata!.ResourceVersion;
        }

        await request.Store.DeleteAsync(request.Namespace, request.Name, pinned, write, request.Cancel);
    }

    private Pod Marked(ApiRequest request, Pod current, Preconditions? wanted)
    {
        if (wanted?.Uid is { } uid && uid != current.Metadata!.Uid)
        {
            throw Failure.Conflict(request.View.Info, request.Name, $"Precondition failed: UID in precondition: {uid}, UID in object meta: {current.Metadata.Uid}");
        }

        if (wanted?.ResourceVersion is { } version && version != current.Metadata!.ResourceVersion)
        {
            throw Failure.Conflict(request.View.Info, request.Name, $"Precondition failed: ResourceVersion in precondition: {version}, ResourceVersion in object meta: {current.Metadata.ResourceVersion}");
        }

        var pod = current.Clone();
        var conditions = (pod.Status ??= new PodStatus()).Conditions ??= [];
        var held = conditions.Find(c => c.Type == PodConditionType.DisruptionTarget);
        conditions.RemoveAll(c => c.Type == PodConditionType.DisruptionTarget);
        conditions.Add(new PodCondition
        {
            Type = PodConditionType.DisruptionTarget,
            Status = Api.Core.V1.ConditionStatus.True,
            Reason = "EvictionByEvictionAPI",
            Message = "Eviction API: evicting",
            LastTransitionTime = held is { Status: Api.Core.V1.ConditionStatus.True } ? held.LastTransitionTime : clock.GetUtcNow().UtcDateTime,
        });
        return pod;
    }

    private static bool ServesNobody(Pod pod) =>
        pod.Status?.Phase is PodPhase.Succeeded or PodPhase.Failed or PodPhase.Pending || pod.Metadata!.DeletionTimestamp is not null;

    private static DeleteOptions Pinned(DeleteOptions options, Pod pod)
    {
        var pinned = options.Clone();
        (pinned.Preconditions ??= new Preconditions()).ResourceVersion ??= pod.Metadata!.ResourceVersion;
        return pinned;
    }

    private static bool IsConflict(ApiError error) => error.Status.Reason == StatusReason.Conflict;
}
