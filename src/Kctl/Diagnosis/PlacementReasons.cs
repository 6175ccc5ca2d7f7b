using System.Globalization;
using Kube.Api.Scheduling;

namespace Kctl.Diagnosis;

/// <summary>Why a pod is on its node: the scores of the node and of the runners-up. Pure.</summary>
internal static class PlacementReasons
{
    public static IReadOnlyList<Finding> Of(SchedulingDecision decision, string node) => decision.State switch
    {
        DecisionState.Scheduled => [Choice(decision, node), .. Refusals(decision)],
        _ => [new Finding($"why {node}: {decision.Scheduler} has no record of that decision")
        {
            Details = ["it keeps the last few thousand since it became leader; this pod was placed before, or by somebody else"],
        }],
    };

    private static Finding Choice(SchedulingDecision decision, string node)
    {
        var candidates = decision.Candidates ?? [];
        if (candidates is [var only])
        {
            return new Finding($"why {only.Node ?? node}: of {Looked(decision)} it was the only one that would take the pod");
        }

        var equals = candidates.Count(candidate => candidate.Total == candidates[0].Total);
        var how = equals > 1 ? $"shared the best score with {equals - 1} other{(equals > 2 ? "s" : "")}, so chance decided" : $"scored best, {candidates[0].Total} to {candidates[1].Total}";
        return new Finding($"why {candidates[0].Node}: of {Looked(decision)}, {decision.Feasible} would take the pod and {candidates[0].Node} {how}") { Details = Table(candidates) };
    }

    private static string Looked(SchedulingDecision decision) => decision.LookedAt == decision.Nodes
        ? string.Create(CultureInfo.InvariantCulture, $"{decision.Nodes} node{(decision.Nodes == 1 ? "" : "s")}")
        : string.Create(CultureInfo.InvariantCulture, $"{decision.LookedAt} nodes looked at ({decision.Nodes} in all)");

    /// <summary>A row per rule, a column per node, the sums below.</summary>
    private static List<string> Table(List<DecisionCandidate> candidates)
    {
        var scores = candidates[0].Scores ?? [];
        var rows = new List<string[]> { (string[])["RULE", "WEIGHT", .. candidates.Select(candidate => candidate.Node ?? "")] };
        for (var i = 0; i < scores.Count; i++)
        {
            var rule = i;
            rows.Add([scores[i].Rule ?? "", $"{scores[i].Weight}", .. candidates.Select(candidate => $"{candidate.Scores?.ElementAtOrDefault(rule)?.Score}")]);
        }

        rows.Add(["sum", "", .. candidates.Select(candidate => $"{candidate.Total}")]);
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        return [.. rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))))];
    }

    private static IEnumerable<Finding> Refusals(SchedulingDecision decision)
    {
        if (decision.Refusals is not { Count: > 0 } refusals)
        {
            return [];
        }

        var lines = refusals.Select(refusal => $"{refusal.Count} by {refusal.Rule}: {refusal.Reason} ({string.Join(", ", (refusal.Examples ?? []).Select(node => node.Name))}{(refusal.Count > refusal.Examples?.Count ? ", ..." : "")})");
        return [new Finding("nodes that refused it") { Details = [.. lines] }];
    }
}
