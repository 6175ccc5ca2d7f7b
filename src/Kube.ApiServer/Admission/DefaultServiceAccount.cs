using Kube.Api.Core.V1;

namespace Kube.ApiServer.Admission;

/// <summary>Pods that name no service account run as their namespace's default one.</summary>
internal sealed class DefaultServiceAccount : IAdmissionPlugin
{
    private const string DefaultName = "default";
    private const string MirrorAnnotation = "kubernetes.io/config.mirror";

    public ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (request is { Operation: Operation.Create, Subresource: null, Object: Pod { Spec: { } spec } pod } && !IsMirror(pod) && string.IsNullOrEmpty(spec.ServiceAccountName))
        {
            spec.ServiceAccountName = DefaultName;
            spec.ServiceAccount = DefaultName;
        }

        return default;
    }

    private static bool IsMirror(Pod pod) => pod.Metadata?.Annotations?.ContainsKey(MirrorAnnotation) == true;
}
