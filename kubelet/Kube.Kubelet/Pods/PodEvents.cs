using Kube.Api.Core.V1;
using Kube.Client;

namespace Kube.Kubelet.Pods;

/// <summary>Where the kubelet tells people what happens to a pod.</summary>
internal interface IPodEvents
{
    /// <summary>About the pod, or about one of its containers.</summary>
    void Record(Pod pod, string? container, string type, string reason, string message);
}

/// <summary>Events through the API server, as coming from a node.</summary>
internal sealed class PodEvents(EventRecorder recorder, string node) : IPodEvents
{
    public const string Normal = "Normal";
    public const string Warning = "Warning";

    public void Record(Pod pod, string? container, string type, string reason, string message)
    {
        var isInit = container is not null && pod.InitContainers().Any(c => c.Name == container);
        recorder.Record(
            new ObjectReference
            {
                ApiVersion = "v1",
                Kind = "Pod",
                Namespace = pod.Namespace(),
                Name = pod.Name(),
                Uid = pod.Uid(),
                ResourceVersion = pod.Metadata!.ResourceVersion,
                FieldPath = container is null ? null : $"spec.{(isInit ? "initContainers" : "containers")}{{{container}}}",
            },
            type,
            reason,
            message,
            node);
    }
}
