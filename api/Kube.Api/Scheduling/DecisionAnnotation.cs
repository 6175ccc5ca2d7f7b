namespace Kube.Api.Scheduling;

/// <summary>
/// How a scheduler is asked why a pod is where it is. Whoever wants to know writes <see cref="Question"/> on the pod, with any value; the scheduler whose
/// pod it is takes the question off and writes <see cref="Answer"/>, a <see cref="SchedulingDecision"/> as JSON that repeats the value, in one change.
/// Who asked removes the answer. The question travels through the API server because that is all that every scheduler can be sure to reach and
/// be reached by: with several API servers, several schedulers and a change of leader it finds the one process that decided.
/// </summary>
public static class DecisionAnnotation
{
    /// <summary>The question; its value is repeated by the answer.</summary>
    public const string Question = "kube.local/why";

    /// <summary>The answer.</summary>
    public const string Answer = "kube.local/decision";
}
