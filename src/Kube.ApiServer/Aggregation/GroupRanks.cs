namespace Kube.ApiServer.Aggregation;

/// <summary>How groups and versions rank among each other: the numbers of Kubernetes, in whose order clients look for names.</summary>
internal static class GroupRanks
{
    private const int CustomGroup = 1000;
    private const int CustomVersion = 100;
    private const int OtherGroup = 15000;

    /// <summary>What most versions have.</summary>
    private const int StableVersion = 15;

    private static readonly Dictionary<string, int> s_groups = new(StringComparer.Ordinal)
    {
        [""] = 18000,
        ["apps"] = 17800,
        ["events.k8s.io"] = 17750,
        ["authentication.k8s.io"] = 17700,
        ["authorization.k8s.io"] = 17600,
        ["autoscaling"] = 17500,
        ["batch"] = 17400,
        ["certificates.k8s.io"] = 17300,
        ["networking.k8s.io"] = 17200,
        ["policy"] = 17100,
        ["rbac.authorization.k8s.io"] = 17000,
        ["storage.k8s.io"] = 16800,
        ["apiextensions.k8s.io"] = 16700,
        ["admissionregistration.k8s.io"] = 16700,
        ["scheduling.k8s.io"] = 16600,
        ["coordination.k8s.io"] = 16500,
        ["node.k8s.io"] = 16300,
        ["discovery.k8s.io"] = 16200,
        ["flowcontrol.apiserver.k8s.io"] = 16100,
    };

    private static readonly Dictionary<(string Group, string Version), int> s_versions = new()
    {
        [("", "v1")] = 1,
        [("autoscaling", "v2")] = 30,
        [("discovery.k8s.io", "v1")] = 12,
        [("flowcontrol.apiserver.k8s.io", "v1")] = 21,
    };

    public static (int Group, int Version) Of(string group, string version, bool builtIn) => builtIn
        ? (s_groups.GetValueOrDefault(group, OtherGroup), s_versions.GetValueOrDefault((group, version), StableVersion))
        : (CustomGroup, CustomVersion);
}
