using Kube.Api.Core.V1;
using Kube.ApiServer.Errors;

namespace Kube.ApiServer.Admission;

/// <summary>Turns a pod's priority class into a number: the two system classes that always exist, and 0 for pods that name none.</summary>
internal sealed class DefaultPriority : IAdmissionPlugin
{
    private static readonly Dictionary<string, int> s_systemClasses = new(StringComparer.Ordinal)
    {
        ["system-node-critical"] = 2000001000,
        ["system-cluster-critical"] = 2000000000,
    };

    public ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (request is { Operation: Operation.Create, Subresource: null, Object: Pod { Spec: { } spec } })
        {
            var priority = 0;
            if (!string.IsNullOrEmpty(spec.PriorityClassName) && !s_systemClasses.TryGetValue(spec.PriorityClassName, out priority))
            {
                throw Failure.Forbidden(request.Resource.Info, request.Name, $"no PriorityClass with name {spec.PriorityClassName} was found");
            }

            if (spec.Priority is { } given && given != priority)
            {
                throw Failure.Forbidden(request.Resource.Info, request.Name, $"the integer value of priority ({given}) must not be provided in pod spec; priority admission controller computed {priority} from the given PriorityClass name");
            }

            spec.Priority = priority;
            spec.PreemptionPolicy ??= PreemptionPolicy.PreemptLowerPriority;
        }

        return default;
    }
}
