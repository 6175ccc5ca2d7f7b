using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>The status of one container from what was observed of it. Pure.</summary>
internal static class ContainerStatusBuilder
{
    /// <summary>The exit code Kubernetes gives a container whose process could not be started.</summary>
    public const int StartErrorExitCode = 128;

    /// <summary>The status of a container by name, in a pod's status.</summary>
    public static ContainerStatus? Find(PodStatus status, string name) =>
        (status.ContainerStatuses ?? []).Concat(status.InitContainerStatuses ?? []).FirstOrDefault(s => s.Name == name);

    public static ContainerStatus Build(PodObservation seen, Container spec, ContainerRole role, IReadOnlyDictionary<string, Hold> waiting, bool mayInitialize)
    {
        var name = spec.Name!;
        var newest = seen.Newest(name);
        var before = seen.Containers.Where(c => c.Name == name && c.HasExited && c.Identity.Attempt < newest?.Identity.Attempt).MaxBy(c => c.Identity.Attempt);
        var last = seen.LastStatus is null ? null : Find(seen.LastStatus, name);
        if (newest is null && last is { State.Terminated: not null } && (seen.End is not null || seen.LastStatus?.Phase is PodPhase.Succeeded or PodPhase.Failed))
        {
            return last;
        }

        var status = new ContainerStatus
        {
            Name = name,
            Image = spec.Image,
            ImageID = "",
            Ready = false,
            Started = false,
            RestartCount = newest?.Identity.Attempt ?? last?.RestartCount ?? 0,
            State = State(seen, spec, newest, waiting, mayInitialize),
            LastState = before is null ? (newest is null ? LastKnown(last) : last?.LastState ?? new ContainerState()) : Ended(seen, before),
        };
        if (newest is null)
        {
            return status;
        }

        status.ContainerID = $"docker://{newest.Id}";
        status.ImageID = newest.ImageId.Length > 0 ? $"docker://{newest.ImageId}" : "";
        status.Started = seen.IsStarted(newest, spec);
        status.Ready = role == ContainerRole.Init && !PodFacts.IsSidecar(spec)
            ? newest is { HasExited: true, ExitCode: 0 }
            : seen.IsReady(newest, spec);
        if (status.State.Waiting is not null && newest.HasExited)
        {
            status.LastState = Ended(seen, newest);
        }

        return status;
    }

    private static ContainerState State(
        PodObservation seen, Container spec, ContainerSnapshot? newest, IReadOnlyDictionary<string, Hold> waiting, bool mayInitialize)
    {
        if (newest is { IsRunning: true })
        {
            return new ContainerState { Running = new ContainerStateRunning { StartedAt = Seconds(newest.StartedAt) } };
        }

        if (waiting.TryGetValue(spec.Name!, out var hold) && seen.End is null)
        {
            return new ContainerState { Waiting = new ContainerStateWaiting { Reason = hold.Reason, Message = hold.Message } };
        }

        if (newest is { HasExited: true })
        {
            return Ended(seen, newest);
        }

        return new ContainerState { Waiting = new ContainerStateWaiting { Reason = mayInitialize ? "ContainerCreating" : "PodInitializing" } };
    }

    private static ContainerState Ended(PodObservation seen, ContainerSnapshot ended)
    {
        var startFailed = ended.StartedAt is null;
        return new ContainerState
        {
            Terminated = new ContainerStateTerminated
            {
                ExitCode = startFailed ? StartErrorExitCode : ended.ExitCode,
                Reason = startFailed ? "StartError" : ended.OomKilled ? "OOMKilled" : ended.ExitCode == 0 ? "Completed" : "Error",
                Message = startFailed ? ended.Error : (seen.Messages.GetValueOrDefault(ended.Id) is { Length: > 0 } words ? words : null),
                StartedAt = Seconds(ended.StartedAt ?? DateTime.UnixEpoch),
                FinishedAt = Seconds(ended.FinishedAt ?? ended.CreatedAt),
                ContainerID = $"docker://{ended.Id}",
            },
        };
    }

    private static ContainerState LastKnown(ContainerStatus? last) => last?.State?.Terminated is not null ? last.State : last?.LastState ?? new ContainerState();

    // The wire has whole seconds; keeping fractions would make every comparison differ.
    private static DateTime? Seconds(DateTime? time) =>
        time is { } t ? new DateTime(t.Ticks - (t.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc) : null;
}
