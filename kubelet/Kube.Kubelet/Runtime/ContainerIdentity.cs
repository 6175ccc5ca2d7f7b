namespace Kube.Kubelet.Runtime;

/// <summary>
/// Everything the kubelet must know about a container after it was restarted itself, kept in the container's labels:
/// <see cref="ToLabels"/> and <see cref="FromLabels"/> are each other's inverse.
/// </summary>
internal sealed record ContainerIdentity
{
    public required string Node { get; init; }

    public required ContainerRole Role { get; init; }

    public required string PodUid { get; init; }

    public required string PodNamespace { get; init; }

    public required string PodName { get; init; }

    /// <summary>The container's name in the pod; <c>POD</c> for the sandbox.</summary>
    public required string ContainerName { get; init; }

    /// <summary>How many containers of this name came before it; the pod's restart count.</summary>
    public int Attempt { get; init; }

    /// <summary>A fingerprint of what the container was made from; a different one means it must be replaced.</summary>
    public string SpecHash { get; init; } = "";

    /// <summary>The sandbox the container joined; empty for the sandbox itself.</summary>
    public string SandboxId { get; init; } = "";

    /// <summary>The address of the pod, on the sandbox; empty with the host's network.</summary>
    public string PodIP { get; init; } = "";

    /// <summary>Where the container leaves its last words.</summary>
    public string TerminationMessagePath { get; init; } = "";

    public string TerminationMessagePolicy { get; init; } = "";

    public long GracePeriodSeconds { get; init; } = 30;

    /// <summary>A unique and readable name for the runtime.</summary>
    public string RuntimeName => $"k8s_{ContainerName}_{PodName}_{PodNamespace}_{PodUid}_{Attempt}";

    /// <summary>The labels that say all this.</summary>
    public Dictionary<string, string> ToLabels() => new()
    {
        [Labels.Node] = Node,
        [Labels.Role] = Role.ToString(),
        [Labels.PodUid] = PodUid,
        [Labels.PodNamespace] = PodNamespace,
        [Labels.PodName] = PodName,
        [Labels.ContainerName] = ContainerName,
        [Labels.Attempt] = Attempt.ToString(),
        [Labels.SpecHash] = SpecHash,
        [Labels.Sandbox] = SandboxId,
        [Labels.PodIP] = PodIP,
        [Labels.MessagePath] = TerminationMessagePath,
        [Labels.MessagePolicy] = TerminationMessagePolicy,
        [Labels.Grace] = GracePeriodSeconds.ToString(),
    };

    /// <summary>Reads the labels back; null when they are not a kubelet's.</summary>
    public static ContainerIdentity? FromLabels(IReadOnlyDictionary<string, string>? labels)
    {
        if (labels is null || !labels.TryGetValue(Labels.Node, out var node)
            || !labels.TryGetValue(Labels.PodUid, out var uid)
            || !Enum.TryParse<ContainerRole>(labels.GetValueOrDefault(Labels.Role), out var role))
        {
            return null;
        }

        return new ContainerIdentity
        {
            Node = node,
            Role = role,
            PodUid = uid,
            PodNamespace = labels.GetValueOrDefault(Labels.PodNamespace, ""),
            PodName = labels.GetValueOrDefault(Labels.PodName, ""),
            ContainerName = labels.GetValueOrDefault(Labels.ContainerName, ""),
            Attempt = int.TryParse(labels.GetValueOrDefault(Labels.Attempt), out var attempt) ? attempt : 0,
            SpecHash = labels.GetValueOrDefault(Labels.SpecHash, ""),
            SandboxId = labels.GetValueOrDefault(Labels.Sandbox, ""),
            PodIP = labels.GetValueOrDefault(Labels.PodIP, ""),
            TerminationMessagePath = labels.GetValueOrDefault(Labels.MessagePath, ""),
            TerminationMessagePolicy = labels.GetValueOrDefault(Labels.MessagePolicy, ""),
            GracePeriodSeconds = long.TryParse(labels.GetValueOrDefault(Labels.Grace), out var grace) ? grace : 30,
        };
    }

    /// <summary>The label names.</summary>
    internal static class Labels
    {
        public const string Node = "kube.local/node";
        public const string Role = "kube.local/role";
        public const string PodUid = "io.kubernetes.pod.uid";
        public const string PodName = "io.kubernetes.pod.name";
        public const string PodNamespace = "io.kubernetes.pod.namespace";
        public const string ContainerName = "io.kubernetes.container.name";
        public const string Attempt = "kube.local/restart-count";
        public const string SpecHash = "kube.local/spec-hash";
        public const string Sandbox = "kube.local/sandbox-id";
        public const string PodIP = "kube.local/pod-ip";
        public const string MessagePath = "kube.local/termination-message-path";
        public const string MessagePolicy = "kube.local/termination-message-policy";
        public const string Grace = "kube.local/termination-grace-period";
    }
}
