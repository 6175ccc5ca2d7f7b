namespace Kctl.Compose;

/// <summary>Keys of a service that Compose knows and the cluster has nothing for.</summary>
internal static class Unsupported
{
    private const string Engine = "a setting of the engine that pods do not have";
    private const string Cpu = "pods have shares and limits of CPU only: use deploy.resources";

    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
        ["attach"] = "logs are read with 'kctl compose logs'",
        ["blkio_config"] = Engine,
        ["cgroup"] = Engine,
        ["cgroup_parent"] = Engine,
        ["cpu_count"] = Cpu,
        ["cpu_percent"] = Cpu,
        ["cpu_period"] = Cpu,
        ["cpu_quota"] = Cpu,
        ["cpu_rt_period"] = Cpu,
        ["cpu_rt_runtime"] = Cpu,
        ["cpu_shares"] = Cpu,
        ["cpuset"] = Cpu,
        ["credential_spec"] = Engine,
        ["develop"] = "nothing watches source files here",
        ["device_cgroup_rules"] = Engine,
        ["devices"] = "devices of the machine are reached by privileged pods only",
        ["domainname"] = "pods are in the cluster's domain",
        ["external_links"] = "services of other projects in the namespace are found by their names",
        ["gpus"] = "nodes offer no GPUs",
        ["init"] = "the pod's own first process takes care of what is left behind only where processes are shared",
        ["isolation"] = Engine,
        ["label_file"] = "labels are read from the file itself only",
        ["logging"] = "the node keeps the logs and rotates them",
        ["mac_address"] = "the cluster gives pods their addresses",
        ["mem_swappiness"] = Engine,
        ["memswap_limit"] = "pods have no swap",
        ["models"] = "nothing here provides models",
        ["oom_kill_disable"] = Engine,
        ["oom_score_adj"] = "the node decides from requests and limits",
        ["pids_limit"] = Engine,
        ["platform"] = "an image is run as the node's platform has it",
        ["post_start"] = "hooks are not carried over",
        ["pre_stop"] = "hooks are not carried over",
        ["provider"] = "nothing here provides services of that kind",
        ["runtime"] = Engine,
        ["stop_signal"] = "the image's own stop signal is used",
        ["storage_opt"] = Engine,
        ["ulimits"] = "pods have no ulimits; those of the engine hold",
        ["use_api_socket"] = Engine,
        ["userns_mode"] = Engine,
        ["uts"] = Engine,
        ["volume_driver"] = "there are no volume drivers",
        ["volumes_from"] = "name the volumes in both services instead",
    };

    public static IEnumerable<string> Keys => s_reasons.Keys;

    /// <summary>Why a key has no counterpart; null for keys that are not among them.</summary>
    public static string? Reason(string key) => s_reasons.GetValueOrDefault(key);
}
