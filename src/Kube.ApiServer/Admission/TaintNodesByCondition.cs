using Kube.Api.Core.V1;

namespace Kube.ApiServer.Admission;

/// <summary>A new node takes no pods until the node controller has seen it ready.</summary>
internal sealed class TaintNodesByCondition : IAdmissionPlugin
{
    private const string NotReady = "node.kubernetes.io/not-ready";

    public ValueTask AdmitAsync(AdmissionRequest request, CancellationToken cancel)
    {
        if (request is { Operation: Operation.Create, Subresource: null, Object: Node node })
        {
            node.Spec ??= new NodeSpec();
            node.Spec.Taints ??= [];
            if (!node.Spec.Taints.Any(t => t.Key == NotReady && t.Effect == TaintEffect.NoSchedule))
            {
                node.Spec.Taints.Add(new Taint { Key = NotReady, Effect = TaintEffect.NoSchedule });
            }
        }

        return default;
    }
}
