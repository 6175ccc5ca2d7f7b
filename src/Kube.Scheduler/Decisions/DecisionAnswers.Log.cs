using Kube.Scheduler.Nodes;
using Microsoft.Extensions.Logging;

namespace Kube.Scheduler.Decisions;

internal sealed partial class DecisionAnswers
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "the question about {Pod} could not be answered")]
    private static partial void LogNotAnswered(ILogger logger, PodFacts pod, Exception cause);
}
