using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Kube.Testing;

namespace Kube.Kubelet.Tests;

/// <summary>Observations in words, for the tables of the plan and the status.</summary>
internal sealed class Seen
{
    public const string SandboxId = "sandbox-0";
    public static readonly DateTime Now = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private readonly List<ContainerSnapshot> _containers = [];
    private readonly Dictionary<string, ProbeVerdict> _probes = [];
    private readonly Dictionary<string, StopProgress> _stops = [];
    private readonly Dictionary<string, Hold> _holds = [];
    private readonly Dictionary<string, BackOffEntry> _backOffs = [];
    private PodEnd? _end;
    private PodStatus? _last;

    public Seen(Action<PodSpec>? change = null)
    {
        Pod = new PodBuilder("web").With(p => change?.Invoke(p.Spec!)).Build();
        Pod.Status = null;
    }

    public Pod Pod { get; }

    public static Container Container(string name, Action<Container>? change = null)
    {
        var container = new Container { Name = name, Image = "kube.local/echo:1" };
        change?.Invoke(container);
        return container;
    }

    public Seen Sandbox(ContainerPhase phase = ContainerPhase.Running, int attempt = 0)
    {
        _containers.Add(Make("POD", ContainerRole.Sandbox, phase, attempt, 0, $"sandbox-{attempt}") with { FinishedAt = null });
        return this;
    }

    public Seen Running(string name, int attempt = 0, ContainerRole role = ContainerRole.App)
    {
        _containers.Add(Make(name, role, ContainerPhase.Running, attempt, 0, $"{name}-{attempt}"));
        return this;
    }

    public Seen Exited(string name, int exitCode, int attempt = 0, ContainerRole role = ContainerRole.App)
    {
        _containers.Add(Make(name, role, ContainerPhase.Exited, attempt, exitCode, $"{name}-{attempt}"));
        return this;
    }

    public Seen Probe(string id, ProbeVerdict verdict)
    {
        _probes[id] = verdict;
        return this;
    }

    public Seen Stop(string id, StopProgress stop)
    {
        _stops[id] = stop;
        return this;
    }

    public Seen Hold(string name, Hold hold)
    {
        _holds[name] = hold;
        return this;
    }

    public Seen BackOff(string name, TimeSpan delay)
    {
        _backOffs[name] = new BackOffEntry(delay, Now.AddSeconds(-1));
        return this;
    }

    public Seen End(PodEnd end)
    {
        _end = end;
        return this;
    }

    public Seen Last(PodStatus status)
    {
        _last = status;
        return this;
    }

    public PodObservation Build() => new()
    {
        Pod = Pod,
        Now = Now,
        Containers = _containers,
        Probes = _probes,
        Stops = _stops,
        Holds = _holds,
        BackOffs = _backOffs,
        End = _end,
        LastStatus = _last,
        StartTime = Now.AddMinutes(-1),
        HostIP = "10.1.0.1",
        PodIP = _containers.Count > 0 ? "10.1.0.2" : null,
    };

    public PodPlanResult Plan() => PodPlan.Decide(Build());

    public PodStatus Status() => PodStatusBuilder.Build(Build(), Plan().Waiting);

    private ContainerSnapshot Make(string name, ContainerRole role, ContainerPhase phase, int attempt, int exitCode, string id) => new()
    {
        Id = id,
        Phase = phase,
        ExitCode = exitCode,
        ImageId = "sha256:1",
        CreatedAt = Now.AddSeconds(-10),
        StartedAt = Now.AddSeconds(-9),
        FinishedAt = phase == ContainerPhase.Exited ? Now.AddSeconds(-1) : null,
        Identity = new ContainerIdentity
        {
            Node = "node",
            Role = role,
            PodUid = Pod.Metadata!.Uid!,
            PodNamespace = "default",
            PodName = "web",
            ContainerName = name,
            Attempt = attempt,
            SandboxId = role == ContainerRole.Sandbox ? "" : SandboxId,
            PodIP = role == ContainerRole.Sandbox ? "10.1.0.2" : "",
            SpecHash = Pod.AllContainers().FirstOrDefault(c => c.Name == name) is { } spec ? SpecHash.Of(spec) : "",
        },
    };
}
