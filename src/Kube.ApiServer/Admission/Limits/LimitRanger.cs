using Kube.Api.Core.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;

namespace Kube.ApiServer.Admission.Limits;

/// <summary>Gives containers the requests and limits their namespace's LimitRanges have for those who name none, and refuses pods and claims outside the bounds.</summary>
internal sealed class LimitRanger(Func<ResourceStore> ranges) : IAdmissionPlugin
{
    public ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        var wanted = request.Namespace is { Length: > 0 } && (request.Operation, request.Subresource, request.Object) switch
        {
            (Operation.Create, null, Pod or PersistentVolumeClaim) => true,
            (Operation.Update, null, PersistentVolumeClaim) => true,
            (Operation.Update, "resize", Pod) => true,
            _ => false,
        };
        if (wanted)
        {
            Check(request, [.. ranges().SharedIn(request.Namespace!).Select(r => ((LimitRange)r).Spec?.Limits).OfType<List<LimitRangeItem>>()]);
        }

        return default;
    }

    private static void Check(AdmissionRequest request, List<List<LimitRangeItem>> ranges)
    {
        if (request is { Operation: Operation.Create, Object: Pod pod })
        {
            ranges.ForEach(limits => LimitDefaults.Apply(pod, limits));
        }

        foreach (var limits in ranges)
        {
            var problems = (request.Object is PersistentVolumeClaim claim ? LimitChecks.Of(claim, limits) : LimitChecks.Of((Pod)request.Object!, limits)).Distinct().ToList();
            if (problems.Count > 0)
            {
                throw Failure.Forbidden(request.Resource.Info, request.Name, problems.Count == 1 ? problems[0] : $"[{string.Join(", ", problems)}]");
            }
        }
    }
}
