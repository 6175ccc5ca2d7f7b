using Kube.Api.Core.V1;

namespace Kube.Kubelet.Simulation;

/// <summary>How many nodes are simulated, what they have, and how their containers behave.</summary>
public sealed record SimulationOptions
{
    /// <summary>How many nodes.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>First part of their names; a number of four digits or more follows.</summary>
    public string NamePrefix { get; init; } = "sim";

    /// <summary>How long a container takes to start.</summary>
    public TimeSpan StartDelay { get; init; }

    /// <summary>How long a container takes to end when it is asked to.</summary>
    public TimeSpan StopDelay { get; init; }

    /// <summary>How long a container runs that is to end by itself: an init container, or one of a pod that is not restarted after success.</summary>
    public TimeSpan RunTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Which share of container starts ends in failure (exit code 1) after <see cref="RunTime"/>: 0 for none, 1 for all.</summary>
    public double FailureRate { get; init; }

    /// <summary>CPU capacity of each node.</summary>
    public string Cpu { get; init; } = "32";

    /// <summary>Memory capacity of each node.</summary>
    public string Memory { get; init; } = "256Gi";

    /// <summary>How many pods each node may run.</summary>
    public int MaxPods { get; init; } = 110;

    /// <summary>Into how many zones the nodes are put, one after the other; 0 for none.</summary>
    public int Zones { get; init; }

    /// <summary>Labels of every node, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Taints of every node.</summary>
    public IReadOnlyList<Taint> Taints { get; init; } = [];

    /// <summary>Whether events are written about pods: about four for each that starts.</summary>
    public bool Events { get; init; } = true;

    /// <summary>How long a node's Lease speaks for it.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Address of all nodes: that of the process.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Port of the kubelet's server.</summary>
    public int Port { get; init; } = 10250;

    /// <summary>The name of a node, counted from 0.</summary>
    internal string NameOf(int index) => $"{NamePrefix}-{(index + 1).ToString($"D{Math.Max(4, Nodes.ToString().Length)}")}";
}
