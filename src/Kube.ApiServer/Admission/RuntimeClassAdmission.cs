using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.NodeApi.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.Machinery.Quota;

namespace Kube.ApiServer.Admission;

/// <summary>Gives pods what their runtime class costs and where it is to be had; refuses those that say otherwise.</summary>
internal sealed class RuntimeClassAdmission(Func<ResourceStore> classes) : IAdmissionPlugin
{
    public async ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (request is not { Operation: Operation.Create, Subresource: null, Object: Pod { Spec: { } spec } })
        {
            return;
        }

        var runtime = await FindAsync(request, spec.RuntimeClassName, cancel);
        SetOverhead(request, spec, runtime?.Overhead?.PodFixed);
        if (runtime?.Scheduling is { } scheduling)
        {
            SetNodeSelector(request, spec, scheduling.NodeSelector ?? []);
            SetTolerations(spec, scheduling.Tolerations ?? []);
        }
    }

    private async ValueTask<RuntimeClass?> FindAsync(AdmissionRequest request, string? name, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var store = classes();
        var found = store.Cached(store.Key(null, name)) ?? await store.LoadAsync(store.Key(null, name), cancel) ?? throw Refused(request, $"pod rejected: RuntimeClass \"{name}\" not found");
        return (RuntimeClass)found.Object;
    }

    private static void SetOverhead(AdmissionRequest request, PodSpec spec, Dictionary<string, Quantity>? overhead)
    {
        if (overhead is null && spec.Overhead is { Count: > 0 })
        {
            throw Refused(request, "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead");
        }

        if (overhead is not null && spec.Overhead is not null && !Amounts.Same(spec.Overhead, overhead))
        {
            throw Refused(request, "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead");
        }

        spec.Overhead ??= overhead;
    }

    private static void SetNodeSelector(AdmissionRequest request, PodSpec spec, Dictionary<string, string> selector)
    {
        foreach (var (key, value) in selector)
        {
            spec.NodeSelector ??= [];
            if (!spec.NodeSelector.TryAdd(key, value) && spec.NodeSelector[key] != value)
            {
                throw Refused(request, $"conflict: runtimeClass.scheduling.nodeSelector[{key}] = {value}; pod.spec.nodeSelector[{key}] = {spec.NodeSelector[key]}");
            }
        }
    }

    private static void SetTolerations(PodSpec spec, List<Toleration> tolerations)
    {
        foreach (var added in tolerations.Where(t => !(spec.Tolerations ?? []).Any(p => Same(p, t))))
        {
            (spec.Tolerations ??= []).Add(added);
        }
    }

    private static bool Same(Toleration left, Toleration right) => left.Key == right.Key && left.Operator == right.Operator && left.Value == right.Value
        && left.Effect == right.Effect && left.TolerationSeconds == right.TolerationSeconds;

    private static ApiError Refused(AdmissionRequest request, string why) => Failure.Forbidden(request.Resource.Info, request.Name, why);
}
