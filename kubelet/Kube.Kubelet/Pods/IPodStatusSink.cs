using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>Takes the statuses of pods to the API server; never blocks.</summary>
internal interface IPodStatusSink
{
    /// <summary>The pod's status is now this.</summary>
    void Publish(Pod pod, PodStatus status);

    /// <summary>The server shows the pod like this: what somebody else has made of the conditions that are this node's to set is set right.</summary>
    void Observe(Pod pod);

    /// <summary>Nothing is left of a pod that was being deleted: its object may go.</summary>
    void Finish(Pod pod, PodStatus status);
}
