using Kube.Hosting;

namespace Kube.Kubelet.Simulation;

/// <summary>The kubelet's flags for simulated nodes.</summary>
internal sealed class SimulationFlags(FlagSet flags)
{
    public Flag<int> Nodes { get; } = flags.Int("simulate", 0, "be this many nodes whose containers are only pretended, named by --node-name and a number; no Docker is needed");

    public Flag<TimeSpan> StartDelay { get; } = flags.Duration("simulate-start-delay", TimeSpan.Zero, "how long a simulated container takes to start");

    public Flag<TimeSpan> StopDelay { get; } = flags.Duration("simulate-stop-delay", TimeSpan.Zero, "how long a simulated container takes to end when asked to");

    public Flag<TimeSpan> RunTime { get; } = flags.Duration("simulate-run-time", TimeSpan.FromSeconds(1), "how long a simulated container runs that is to end by itself, or fails");

    public Flag<double> FailureRate { get; } = flags.Double("simulate-failure-rate", 0, "which share of simulated container starts fails, from 0 to 1");

    public Flag<int> Zones { get; } = flags.Int("simulate-zones", 0, "into how many zones simulated nodes are put; 0 for none");

    public Flag<bool> Events { get; } = flags.Bool("simulate-events", true, "write events about pods on simulated nodes");
}
