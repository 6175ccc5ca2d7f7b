using Kube.Scheduler.Decisions;
using Microsoft.Extensions.Logging;

namespace Kube.Scheduler.Scheduling;

/// <summary>What the loop needs that has nothing to do with scheduling.</summary>
internal sealed record LoopSurroundings(TimeProvider Time, ILogger Logger, SchedulerMetrics? Metrics, DecisionLog Decisions);
