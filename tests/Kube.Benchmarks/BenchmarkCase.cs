using Kube.Benchmarks.Report;

namespace Kube.Benchmarks;

/// <summary>One load of the suite: starts what it needs, measures floor and server close together, and leaves nothing behind.</summary>
internal abstract class BenchmarkCase
{
    /// <summary>What <c>--only</c> looks at.</summary>
    public abstract string Name { get; }

    /// <summary>What it measures, in a line.</summary>
    public abstract string Summary { get; }

    /// <summary>True for cases that need processes of ours, and so cannot aim at somebody else's server.</summary>
    public virtual bool IsLocal => false;

    /// <summary>Runs it.</summary>
    public abstract Task<IReadOnlyList<Row>> RunAsync(BenchOptions options, TimeProvider clock, CancellationToken cancel);
}
