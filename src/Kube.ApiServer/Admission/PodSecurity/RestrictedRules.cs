using Kube.Api.Core.V1;
using Kube.Api.Resources.Core;

namespace Kube.ApiServer.Admission.PodSecurity;

/// <summary>The rules that the level <c>restricted</c> adds to those of <c>baseline</c>.</summary>
internal static class RestrictedRules
{
    /// <summary>Since then pods of Windows nodes are spared rules that mean nothing there.</summary>
    private const int WindowsSpared = 25;

    private static readonly string[] s_volumeTypes =
    [
        "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret",
    ];

    /// <summary>The rules, in the order findings are told.</summary>
    public static IReadOnlyList<PodSecurityRule> All { get; } =
    [
        new("allowPrivilegeEscalation", PodSecurityLevel.Restricted, 8, Escalation),
        new("capabilities_restricted", PodSecurityLevel.Restricted, 22, Capabilities, Replaces: "capabilities_baseline"),
        new("restrictedVolumes", PodSecurityLevel.Restricted, 0, (pod, _) => Volumes(pod), Replaces: "hostPathVolumes"),
        new("runAsNonRoot", PodSecurityLevel.Restricted, 0, (pod, _) => NonRoot(pod)),
        new("runAsUser", PodSecurityLevel.Restricted, 23, (pod, _) => User(pod)),
        new("seccompProfile_restricted", PodSecurityLevel.Restricted, 19, Seccomp, Replaces: "seccompProfile_baseline"),
    ];

    private static Violation? Escalation(PodUnderReview pod, int minor) => IsSpared(pod, minor) ? null : Phrase.Of(
        "allowPrivilegeEscalation != false",
        Phrase.Where(pod, c => c.Security.AllowPrivilegeEscalation != false, "must set securityContext.allowPrivilegeEscalation=false"));

    private static Violation? Capabilities(PodUnderReview pod, int minor)
    {
        if (IsSpared(pod, minor))
        {
            return null;
        }

        static IEnumerable<string> Added(PodUnderReview.Reviewed c) => (c.Security.Capabilities?.Add ?? []).Where(a => a != "NET_BIND_SERVICE");
        return Phrase.Of(
            "unrestricted capabilities",
            Phrase.Where(pod, c => c.Security.Capabilities?.Drop?.Contains("ALL") != true, "must set securityContext.capabilities.drop=[\"ALL\"]"),
            Phrase.Where(pod, c => Added(c).Any(), $"must not include {Phrase.Distinct(pod.Containers.SelectMany(Added))} in securityContext.capabilities.add"));
    }

    private static Violation? Volumes(PodUnderReview pod)
    {
        var bad = (pod.Spec.Volumes ?? []).Select(v => (v.Name, Type: VolumeSources.Of(v) is [var type, ..] ? type : "unknown")).Where(v => !s_volumeTypes.Contains(v.Type)).ToList();
        if (bad.Count == 0)
        {
            return null;
        }

        var types = bad.Select(b => b.Type).Distinct().Order(StringComparer.Ordinal).ToList();
        return new Violation("restricted volume types", $"{Phrase.Many("volume", [.. bad.Select(b => b.Name ?? "")])} use{(bad.Count == 1 ? "s" : "")} {Phrase.Many("restricted volume type", types)}");
    }

    private static Violation? NonRoot(PodUnderReview pod)
    {
        var byPod = pod.Security.RunAsNonRoot;
        var missing = pod.Containers.Where(c => c.Security.RunAsNonRoot is null && byPod is null).Select(c => c.Name).ToList();
        return Phrase.Of(
            "runAsNonRoot != true",
            byPod == false && pod.Containers.Any(c => c.Security.RunAsNonRoot is null) ? "pod must not set securityContext.runAsNonRoot=false" : null,
            Phrase.Where(pod, c => c.Security.RunAsNonRoot == false, "must not set securityContext.runAsNonRoot=false"),
            missing.Count == 0 ? null : $"pod or {Phrase.Containers(missing)} must set securityContext.runAsNonRoot=true");
    }

    private static Violation? User(PodUnderReview pod) => Phrase.Of(
        "runAsUser=0",
        pod.Security.RunAsUser == 0 ? "pod must not set runAsUser=0" : null,
        Phrase.Where(pod, c => c.Security.RunAsUser == 0, "must not set runAsUser=0"));

    private static Violation? Seccomp(PodUnderReview pod, int minor)
    {
        if (IsSpared(pod, minor))
        {
            return null;
        }

        static bool Bad(SeccompProfile? p) => p is not null && p.Type is not ("RuntimeDefault" or "Localhost");
        var byPod = pod.Security.SeccompProfile;
        var missing = pod.Containers.Where(c => c.Security.SeccompProfile is null && byPod is null).Select(c => c.Name).ToList();
        var types = pod.Containers.Select(c => c.Security.SeccompProfile).Where(Bad).Select(p => p!.Type ?? "");
        return Phrase.Of(
            "seccompProfile",
            Bad(byPod) && pod.Containers.Any(c => c.Security.SeccompProfile is null) ? $"pod must not set securityContext.seccompProfile.type to \"{byPod!.Type}\"" : null,
            Phrase.Where(pod, c => Bad(c.Security.SeccompProfile), $"must not set securityContext.seccompProfile.type to {Phrase.Distinct(types)}"),
            missing.Count == 0 ? null : $"pod or {Phrase.Containers(missing)} must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"");
    }

    private static bool IsSpared(PodUnderReview pod, int minor) => pod.IsWindows && minor >= WindowsSpared;
}
