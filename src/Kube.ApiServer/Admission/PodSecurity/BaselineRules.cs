using Kube.Api.Core.V1;

namespace Kube.ApiServer.Admission.PodSecurity;

/// <summary>The rules of the level <c>baseline</c>.</summary>
internal static class BaselineRules
{
    private const string AppArmorAnnotation = "container.apparmor.security.beta.kubernetes.io/";

    private static readonly HashSet<string> s_capabilities =
    [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    ];

    private static readonly string[] s_seLinuxTypes = ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"];

    /// <summary>Sysctls of a pod's own namespaces, and the minor version since which each counts as harmless.</summary>
    private static readonly Dictionary<string, int> s_sysctls = new(StringComparer.Ordinal)
    {
        ["kernel.shm_rmid_forced"] = 0,
        ["net.ipv4.ip_local_port_range"] = 0,
        ["net.ipv4.tcp_syncookies"] = 0,
        ["net.ipv4.ping_group_range"] = 0,
        ["net.ipv4.ip_unprivileged_port_start"] = 0,
        ["net.ipv4.ip_local_reserved_ports"] = 27,
        ["net.ipv4.tcp_keepalive_time"] = 29,
        ["net.ipv4.tcp_fin_timeout"] = 29,
        ["net.ipv4.tcp_keepalive_intvl"] = 29,
        ["net.ipv4.tcp_keepalive_probes"] = 29,
        ["net.ipv4.tcp_rmem"] = 32,
        ["net.ipv4.tcp_wmem"] = 32,
    };

    /// <summary>The rules, in the order findings are told.</summary>
    public static IReadOnlyList<PodSecurityRule> All { get; } =
    [
        new("appArmorProfile", PodSecurityLevel.Baseline, 0, (pod, _) => AppArmor(pod)),
        new("capabilities_baseline", PodSecurityLevel.Baseline, 0, (pod, _) => Capabilities(pod)),
        new("hostNamespaces", PodSecurityLevel.Baseline, 0, (pod, _) => HostNamespaces(pod)),
        new("hostPathVolumes", PodSecurityLevel.Baseline, 0, (pod, _) => HostPaths(pod)),
        new("hostPorts", PodSecurityLevel.Baseline, 0, (pod, _) => HostPorts(pod)),
        new("hostProbesAndHostLifecycle", PodSecurityLevel.Baseline, 34, (pod, _) => Hosts(pod)),
        new("privileged", PodSecurityLevel.Baseline, 0, (pod, _) => Phrase.Of("privileged", Phrase.Where(pod, c => c.Security.Privileged == true, "must not set securityContext.privileged=true"))),
        new("procMount", PodSecurityLevel.Baseline, 0, (pod, _) => ProcMount(pod)),
        new("seLinuxOptions", PodSecurityLevel.Baseline, 0, (pod, _) => SeLinux(pod)),
        new("seccompProfile_baseline", PodSecurityLevel.Baseline, 0, (pod, _) => Seccomp(pod)),
        new("sysctls", PodSecurityLevel.Baseline, 0, Sysctls),
        new("windowsHostProcess", PodSecurityLevel.Baseline, 0, (pod, _) => HostProcess(pod)),
    ];

    private static Violation? AppArmor(PodUnderReview pod)
    {
        static bool Bad(string? type) => type is not (null or "RuntimeDefault" or "Localhost");
        var annotations = pod.Annotations
            .Where(a => a.Key.StartsWith(AppArmorAnnotation, StringComparison.Ordinal) && a.Value is not ("" or "runtime/default") && !a.Value.StartsWith("localhost/", StringComparison.Ordinal))
            .Select(a => $"\"{a.Key}\"=\"{a.Value}\"").Order(StringComparer.Ordinal).ToList();
        var types = pod.Containers.Select(c => c.Security.AppArmorProfile?.Type).Where(Bad);
        var podType = pod.Security.AppArmorProfile?.Type;
        var count = annotations.Count + types.Count() + (Bad(podType) ? 1 : 0);
        return Phrase.Of(
            $"forbidden AppArmor profile{(count > 1 ? "s" : "")}",
            Bad(podType) ? $"pod must not set securityContext.appArmorProfile.type to \"{podType}\"" : null,
            Phrase.Where(pod, c => Bad(c.Security.AppArmorProfile?.Type), $"must not set securityContext.appArmorProfile.type to {Phrase.Distinct(types!)}"),
            annotations.Count == 0 ? null : $"annotation{(annotations.Count > 1 ? "s" : "")} {string.Join(", ", annotations)}");
    }

    private static Violation? Capabilities(PodUnderReview pod)
    {
        var added = pod.Containers.SelectMany(c => c.Security.Capabilities?.Add ?? []).Where(c => !s_capabilities.Contains(c));
        return Phrase.Of("non-default capabilities", Phrase.Where(
            pod,
            c => c.Security.Capabilities?.Add?.Any(a => !s_capabilities.Contains(a)) == true,
            $"must not include {Phrase.Distinct(added)} in securityContext.capabilities.add"));
    }

    private static Violation? HostNamespaces(PodUnderReview pod)
    {
        var spaces = new[] { ("hostNetwork", pod.Spec.HostNetwork), ("hostPID", pod.Spec.HostPID), ("hostIPC", pod.Spec.HostIPC) };
        var used = spaces.Where(s => s.Item2 == true).Select(s => s.Item1 + "=true").ToList();
        return used.Count == 0 ? null : new Violation("host namespaces", string.Join(", ", used));
    }

    private static Violation? HostPaths(PodUnderReview pod)
    {
        var names = (pod.Spec.Volumes ?? []).Where(v => v.HostPath is not null).Select(v => v.Name ?? "").ToList();
        return names.Count == 0 ? null : new Violation("hostPath volumes", Phrase.Many("volume", names));
    }

    private static Violation? HostPorts(PodUnderReview pod)
    {
        var ports = pod.Containers.SelectMany(c => c.Ports).Select(p => p.HostPort ?? 0).Where(p => p != 0).Distinct().Order().ToList();
        var names = pod.Containers.Where(c => c.Ports.Any(p => p.HostPort is > 0)).Select(c => c.Name).ToList();
        return ports.Count == 0 ? null : new Violation("hostPort", $"{Phrase.Containers(names)} use{(names.Count == 1 ? "s" : "")} hostPort{(ports.Count == 1 ? "" : "s")} {string.Join(", ", ports)}");
    }

    private static Violation? Hosts(PodUnderReview pod)
    {
        var names = pod.Containers.Where(c => c.Hosts.Count > 0).Select(c => c.Name).ToList();
        var hosts = pod.Containers.SelectMany(c => c.Hosts);
        return names.Count == 0 ? null : new Violation("probe or lifecycle host", $"{Phrase.Containers(names)} use{(names.Count == 1 ? "s" : "")} probe or lifecycle host{(hosts.Distinct().Count() == 1 ? "" : "s")} {Phrase.Distinct(hosts)}");
    }

    private static Violation? ProcMount(PodUnderReview pod)
    {
        static bool Bad(string? mount) => mount is not (null or "Default");
        var mounts = pod.Containers.Select(c => c.Security.ProcMount).Where(Bad);
        return Phrase.Of("procMount", Phrase.Where(pod, c => Bad(c.Security.ProcMount), $"must not set securityContext.procMount to {Phrase.Distinct(mounts!)}"));
    }

    private static Violation? SeLinux(PodUnderReview pod)
    {
        static bool IsBad(SELinuxOptions? o) => o is not null && (!s_seLinuxTypes.Contains(o.Type ?? "") || !string.IsNullOrEmpty(o.User) || !string.IsNullOrEmpty(o.Role));
        var names = pod.Containers.Where(c => IsBad(c.Security.SeLinuxOptions)).Select(c => c.Name).ToList();
        var bad = pod.Containers.Select(c => c.Security.SeLinuxOptions).Append(pod.Security.SeLinuxOptions).Where(IsBad).OfType<SELinuxOptions>().ToList();
        if (bad.Count == 0)
        {
            return null;
        }

        string?[] who = [IsBad(pod.Security.SeLinuxOptions) ? "pod" : null, names.Count == 0 ? null : Phrase.Containers(names)];
        var types = bad.Select(o => o.Type ?? "").Where(t => !s_seLinuxTypes.Contains(t)).Distinct().Order(StringComparer.Ordinal).ToList();
        string?[] what =
        [
            types.Count == 0 ? null : Phrase.Many("type", types),
            bad.Exists(o => !string.IsNullOrEmpty(o.User)) ? "user may not be set" : null,
            bad.Exists(o => !string.IsNullOrEmpty(o.Role)) ? "role may not be set" : null,
        ];
        return new Violation("seLinuxOptions", $"{string.Join(" and ", who.OfType<string>())} set forbidden securityContext.seLinuxOptions: {string.Join("; ", what.OfType<string>())}");
    }

    private static Violation? Seccomp(PodUnderReview pod) => Phrase.Of(
        "seccompProfile",
        pod.Security.SeccompProfile?.Type == "Unconfined" ? "pod must not set securityContext.seccompProfile.type to \"Unconfined\"" : null,
        Phrase.Where(pod, c => c.Security.SeccompProfile?.Type == "Unconfined", "must not set securityContext.seccompProfile.type to \"Unconfined\""));

    private static Violation? Sysctls(PodUnderReview pod, int minor)
    {
        var bad = (pod.Security.Sysctls ?? []).Select(s => s.Name ?? "").Where(s => !s_sysctls.TryGetValue(s, out var since) || since > minor).ToList();
        return bad.Count == 0 ? null : new Violation("forbidden sysctls", string.Join(", ", bad));
    }

    private static Violation? HostProcess(PodUnderReview pod)
    {
        var names = pod.Containers.Where(c => c.Security.WindowsOptions?.HostProcess == true).Select(c => c.Name).ToList();
        string?[] who = [pod.Security.WindowsOptions?.HostProcess == true ? "pod" : null, names.Count == 0 ? null : Phrase.Containers(names)];
        var text = string.Join(" and ", who.OfType<string>());
        return text.Length == 0 ? null : new Violation("hostProcess", $"{text} must not set securityContext.windowsOptions.hostProcess=true");
    }
}
