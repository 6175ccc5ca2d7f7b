namespace Kube.Kubelet.Runtime;

/// <summary>Where a container is in its life, as the runtime sees it.</summary>
internal enum ContainerPhase
{
    /// <summary>Made, never started.</summary>
    Created,

    /// <summary>Its process runs.</summary>
    Running,

    /// <summary>Its process is gone.</summary>
    Exited,
}

/// <summary>What a container is for.</summary>
internal enum ContainerRole
{
    /// <summary>Holds the pod's namespaces.</summary>
    Sandbox,

    /// <summary>An init container; with restart policy Always, a sidecar.</summary>
    Init,

    /// <summary>One of the pod's ordinary containers.</summary>
    App,
}

/// <summary>One container as the runtime last reported it. Who it belongs to was read from its labels, so nothing else has to be remembered.</summary>
internal sealed record ContainerSnapshot
{
    public required string Id { get; init; }

    public required ContainerIdentity Identity { get; init; }

    public ContainerPhase Phase { get; init; }

    public string Image { get; init; } = "";

    public string ImageId { get; init; } = "";

    public int Pid { get; init; }

    public int ExitCode { get; init; }

    public bool OomKilled { get; init; }

    public string? Error { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public string Name => Identity.ContainerName;

    public bool IsRunning => Phase == ContainerPhase.Running;

    public bool HasExited => Phase == ContainerPhase.Exited;
}
