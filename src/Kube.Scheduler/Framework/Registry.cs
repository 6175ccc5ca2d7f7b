using Kube.Scheduler.Plugins;

namespace Kube.Scheduler.Framework;

/// <summary>
/// All rules, in the order they are asked, with the weights of Kubernetes' default profile. A node is rejected by the first rule that says No:
/// cheap and common ones stand first. A new rule is its file and one line here.
/// </summary>
internal static class Registry
{
    public static Profile Default(IClusterFacts facts)
    {
        Profile? profile = null;
        profile = new Profile(All(facts, () => profile!));
        return profile;
    }

    private static IReadOnlyList<PluginEntry> All(IClusterFacts facts, Func<Profile> profile) =>
    [
        new(new SchedulingGates()),
        new(new NodeUnschedulable()),
        new(new NodeName()),
        new(new TaintToleration(), Weight: 3),
        new(new NodeAffinity(), Weight: 2),
        new(new NodePorts()),
        new(new NodeResourcesFit()),
        new(new PodTopologySpread(facts), Weight: 2),
        new(new InterPodAffinity(facts), Weight: 2),
        new(new DefaultPreemption(profile)),
        new(new NodeResourcesBalancedAllocation()),
        new(new ImageLocality()),
    ];
}
