using System.Threading.Channels;
using Kube.Api.Core.V1;
using Kube.Api.Scheduling;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;
using Kube.Scheduler.Scheduling;
using Microsoft.Extensions.Logging;

namespace Kube.Scheduler.Decisions;

/// <summary>
/// Answers people who ask why a pod is where it is (see <see cref="DecisionAnnotation"/>). The question comes with the pods the scheduler watches anyway,
/// so nothing is written, watched or sent for pods nobody asks about. Answers come from what was recorded when the decision was made; nothing is decided again.
/// </summary>
internal sealed partial class DecisionAnswers(string schedulerName, SchedulingQueue queue, DecisionLog log, IPodWriter writer, ILogger logger)
{
    /// <summary>Who asks about more pods at once than this has to ask again: answers must not take the place of bindings.</summary>
    private const int MostWaiting = 100;

    private readonly Channel<PodFacts> _questions = Channel.CreateBounded<PodFacts>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>A pod was seen; never blocks.</summary>
    public void OnPod(Pod pod)
    {
        if (pod.Metadata?.Annotations is { } annotations && annotations.ContainsKey(DecisionAnnotation.Question)
            && (pod.Spec?.SchedulerName ?? schedulerName) == schedulerName)
        {
            _questions.Writer.TryWrite(new PodFacts(pod));
        }
    }

    /// <summary>Answers until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var pod in _questions.Reader.ReadAllAsync(ct))
        {
            try
            {
                await writer.AnswerAsync(pod, Answer(pod), ct);
            }
            catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                LogNotAnswered(logger, pod, e);
            }
        }
    }

    private SchedulingDecision Answer(PodFacts pod)
    {
        var answer = DecisionText.Of(pod.NodeName is null ? queue.Find(pod.Uid) : null, pod.NodeName is null ? null : log.Find(pod.Uid));
        answer.Answers = pod.Pod.Metadata!.Annotations![DecisionAnnotation.Question];
        answer.Scheduler = schedulerName;
        return answer;
    }
}
