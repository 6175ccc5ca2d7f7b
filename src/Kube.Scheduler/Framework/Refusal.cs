namespace Kube.Scheduler.Framework;

/// <summary>One node's No.</summary>
/// <param name="Rule">The rule that said it; null where the words are those of an attempt to make room.</param>
/// <param name="Verdict">Its words.</param>
internal readonly record struct Refusal(IRejectingPlugin? Rule, Verdict Verdict);
