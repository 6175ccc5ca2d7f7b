using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>One thing the worker is to do next.</summary>
internal abstract record PodAction;

/// <summary>Make and start the pod's sandbox with its network.</summary>
internal sealed record CreateSandbox(int Attempt) : PodAction;

/// <summary>Make and start a container in the sandbox.</summary>
internal sealed record StartContainer(Container Spec, ContainerRole Role, int Attempt, ContainerSnapshot Sandbox, DateTime? FailedAt = null) : PodAction;

/// <summary>Begin the graceful stop of a container.</summary>
internal sealed record BeginStop(ContainerSnapshot Container, long GraceSeconds, string Reason, string Message) : PodAction;

/// <summary>Send the stop signal.</summary>
internal sealed record SendTerm(ContainerSnapshot Container) : PodAction;

/// <summary>Send SIGKILL.</summary>
internal sealed record SendKill(ContainerSnapshot Container) : PodAction;

/// <summary>Delete a container that is of no more use.</summary>
internal sealed record RemoveContainer(ContainerSnapshot Container) : PodAction;

/// <summary>The pod has outlived its deadline or broken a rule: stop it for good.</summary>
internal sealed record EndPod(PodEnd End) : PodAction;

/// <summary>What to do now, why containers wait, and when to look again if nothing happens before.</summary>
internal sealed record PodPlanResult
{
    public IReadOnlyList<PodAction> Actions { get; init; } = [];

    /// <summary>By container name.</summary>
    public IReadOnlyDictionary<string, Hold> Waiting { get; init; } = new Dictionary<string, Hold>();

    public DateTime? RecheckAt { get; init; }

    /// <summary>Nothing of the pod runs any more and nothing is to be started.</summary>
    public bool Stopped { get; init; }
}
