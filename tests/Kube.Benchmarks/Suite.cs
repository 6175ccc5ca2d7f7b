using Kube.Benchmarks.Cases;

namespace Kube.Benchmarks;

/// <summary>Every case, in the order they run.</summary>
internal static class Suite
{
    public static IReadOnlyList<BenchmarkCase> All { get; } = [new StartCase(), new WriteCase(), new ReadCase(), new WatchCase(), new GrowthCase(), new ScheduleCase(), new DockerCase()];
}
