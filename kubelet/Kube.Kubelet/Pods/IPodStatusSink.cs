using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>Takes the statuses of pods to the API server; never blocks.</summary>
internal interface IPodStatusSink
{
    /// <summary>The pod's status is now this.</summary>
    void Publish(Pod pod, PodStatus status);

    /// <summary>Nothing is left of a pod that was being deleted: its object may go.</summary>
    void Finish(Pod pod, PodStatus status);
}
