using Kube.Client;
using Microsoft.Extensions.Logging;

namespace Kube.Controllers.Runtime;

/// <summary>What every controller of a process shares.</summary>
/// <param name="Client">The connection to the API server.</param>
/// <param name="Caches">One informer per kind.</param>
/// <param name="Events">Where events are recorded.</param>
/// <param name="Time">The clock.</param>
/// <param name="Random">Randomness; safe for concurrent use.</param>
/// <param name="Loggers">Makes loggers.</param>
/// <param name="Metrics">Counts of the work loops.</param>
internal sealed record ControllerContext(
    KubeClient Client, Caches Caches, EventRecorder Events, TimeProvider Time, Random Random, ILoggerFactory Loggers, ControllerMetrics Metrics);
