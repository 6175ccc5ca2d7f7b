namespace Kube.Scheduler.Framework;

/// <summary>The best nodes of a decision, the chosen one first.</summary>
/// <param name="Rules">The rules that scored; shared between decisions.</param>
/// <param name="Nodes">The nodes.</param>
internal sealed record Ranking(RankedRule[] Rules, RankedNode[] Nodes);

/// <summary>A rule that scored.</summary>
internal readonly record struct RankedRule(string Name, int Weight);

/// <summary>A node with its sum and its score by each of the rules.</summary>
internal readonly record struct RankedNode(string Name, long Total, byte[] Scores);
