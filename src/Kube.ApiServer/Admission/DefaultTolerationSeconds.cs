using Kube.Api.Core.V1;

namespace Kube.ApiServer.Admission;

/// <summary>Pods stay on a node that stops answering for a while, unless they say otherwise.</summary>
internal sealed class DefaultTolerationSeconds(long notReadySeconds, long unreachableSeconds) : IAdmissionPlugin
{
    private const string NotReady = "node.kubernetes.io/not-ready";
    private const string Unreachable = "node.kubernetes.io/unreachable";

    public ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (request is { Operation: Operation.Create, Subresource: null, Object: Pod { Spec: { } spec } })
        {
            Tolerate(spec, NotReady, notReadySeconds);
            Tolerate(spec, Unreachable, unreachableSeconds);
        }

        return default;
    }

    private static void Tolerate(PodSpec spec, string key, long seconds)
    {
        spec.Tolerations ??= [];
        if (!spec.Tolerations.Any(t => Covers(t, key)))
        {
            spec.Tolerations.Add(new Toleration { Key = key, Operator = TolerationOperator.Exists, Effect = TaintEffect.NoExecute, TolerationSeconds = seconds });
        }
    }

    private static bool Covers(Toleration toleration, string key) => (string.IsNullOrEmpty(toleration.Key) || toleration.Key == key)
        && (string.IsNullOrEmpty(toleration.Effect) || toleration.Effect == TaintEffect.NoExecute);
}
