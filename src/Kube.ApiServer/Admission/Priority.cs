using Kube.Api.Core.V1;
using Kube.Api.Resources.Scheduling;
using Kube.Api.Scheduling.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;

namespace Kube.ApiServer.Admission;

/// <summary>
/// Turns a pod's priority class into a number and a preemption policy; pods that name none get the class that is the global default, else 0.
/// Keeps PriorityClasses in order: one global default at most, and the system's own classes stay.
/// </summary>
internal sealed class Priority(Func<ResourceStore> classes) : IAdmissionPlugin
{
    public async ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        switch (request)
        {
            case { Operation: Operation.Create, Subresource: null, Object: Pod { Spec: { } spec } }:
                await ResolveAsync(request, spec, cancel);
                break;
            case { Operation: Operation.Update, Subresource: null, Object: Pod { Spec: { } spec }, Old: Pod { Spec: { } old } }:
                spec.Priority ??= old.Priority;
                spec.PreemptionPolicy ??= old.PreemptionPolicy;
                break;
            case { Object: PriorityClass { GlobalDefault: true } priority }:
                await CheckDefaultAsync(request, priority, cancel);
                break;
            case { Operation: Operation.Delete, Old: PriorityClass old } when SystemPriorityClasses.All.Any(c => c.Metadata!.Name == old.Metadata!.Name):
                throw Failure.Forbidden(request.Resource.Info, request.Name, "this is a system priority class and cannot be deleted");
            default:
                break;
        }
    }

    private async ValueTask ResolveAsync(AdmissionRequest request, PodSpec spec, CancellationToken cancel)
    {
        var found = await ClassOfAsync(request, spec, cancel);
        var (priority, policy) = (found?.Value ?? 0, found is null ? PreemptionPolicy.PreemptLowerPriority : found.PreemptionPolicy);
        if (spec.Priority is { } given && given != priority)
        {
            throw Failure.Forbidden(request.Resource.Info, request.Name, $"the integer value of priority ({given}) must not be provided in pod spec; priority admission controller computed {priority} from the given PriorityClass name");
        }

        if (policy is not null && spec.PreemptionPolicy is { } stated && stated != policy)
        {
            throw Failure.Forbidden(request.Resource.Info, request.Name, $"the string value of PreemptionPolicy ({stated}) must not be provided in pod spec; priority admission controller computed {policy} from the given PriorityClass name");
        }

        spec.PriorityClassName = found?.Metadata!.Name ?? spec.PriorityClassName;
        spec.Priority = priority;
        spec.PreemptionPolicy = policy ?? spec.PreemptionPolicy;
    }

    private async ValueTask<PriorityClass?> ClassOfAsync(AdmissionRequest request, PodSpec spec, CancellationToken cancel)
    {
        var store = classes();
        if (string.IsNullOrEmpty(spec.PriorityClassName))
        {
            return Default(store);
        }

        var key = store.Key(null, spec.PriorityClassName);
        var found = store.Shared(key) ?? (await store.LoadAsync(key, cancel))?.Object
            ?? throw Failure.Forbidden(request.Resource.Info, request.Name, $"no PriorityClass with name {spec.PriorityClassName} was found");
        return (PriorityClass)found;
    }

    private async ValueTask CheckDefaultAsync(AdmissionRequest request, PriorityClass priority, CancellationToken cancel)
    {
        await classes().Cache.WaitFreshAsync(cancel);
        if (Default(classes())?.Metadata!.Name is { } name && (request.Operation == Operation.Create || name != priority.Metadata!.Name))
        {
            throw Failure.Forbidden(request.Resource.Info, request.Name, $"PriorityClass {name} is already marked as default. Only one default can exist");
        }
    }

    /// <summary>The global default; the least of them where two writers made one each at the same moment.</summary>
    private static PriorityClass? Default(ResourceStore store) =>
        store.SharedIn(null).Cast<PriorityClass>().Where(c => c.GlobalDefault == true).MinBy(c => c.Value ?? 0);
}
