using Kube.Api.Core.V1;

namespace Kube.ApiServer.Admission.PodSecurity;

/// <summary>The Pod Security Standards: which rules a level has at a version, and which of them a pod breaks.</summary>
internal static class PodSecurityStandard
{
    private static readonly PodSecurityRule[] s_rules = [.. BaselineRules.All, .. RestrictedRules.All];

    /// <summary>What a pod breaks of a policy, in one sentence; null when it obeys.</summary>
    public static string? Violations(Dictionary<string, string>? annotations, PodSpec spec, PodSecurityPolicy policy)
    {
        if (policy.Level == PodSecurityLevel.Privileged)
        {
            return null;
        }

        var pod = new PodUnderReview(annotations, spec);
        var rules = s_rules.Where(r => r.Level <= policy.Level && r.Minor <= policy.Minor).ToList();
        var found = rules.Where(r => rules.TrueForAll(other => other.Replaces != r.Name)).Select(r => r.Check(pod, policy.Minor)).OfType<Violation>().ToList();
        return found.Count == 0 ? null : string.Join(", ", found);
    }
}
