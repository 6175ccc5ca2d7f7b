using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.ClaimProtection;

namespace Kube.Controllers.Tests.ClaimProtection;

public class ClaimUseTests
{
    [Theory]
    [InlineData("data", "node", PodPhase.Running, true)]
    [InlineData("data", "node", PodPhase.Succeeded, true)]
    [InlineData("data", null, PodPhase.Pending, false)]
    [InlineData("other", "node", PodPhase.Running, false)]
    public void Uses_NamedClaim_OnceThePodHasANode(string claim, string? node, string phase, bool expected)
    {
        var pod = Pod(new Volume { Name = "v", PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = claim } }, node);
        pod.Status = new PodStatus { Phase = phase };

        Assert.Equal(expected, ClaimUse.Uses(pod, Claim("data")));
        Assert.Equal([claim], ClaimUse.ClaimsOf(pod));
    }

    [Theory]
    [InlineData("uid-p", null, true)]
    [InlineData("uid-of-another", null, false)]
    [InlineData("uid-p", 30L, true)]
    [InlineData("uid-p", 0L, false)]
    public void Uses_ClaimMadeForThePod_UntilThePodIsShutDown(string owner, long? grace, bool expected)
    {
        var pod = Pod(new Volume { Name = "v", Ephemeral = new EphemeralVolumeSource() }, "node");
        if (grace is not null)
        {
            (pod.Metadata!.DeletionTimestamp, pod.Metadata.DeletionGracePeriodSeconds) = (Given.Now, grace);
        }

        var claim = Claim("p-v");
        claim.Metadata!.OwnerReferences = [new OwnerReference { Kind = "Pod", Name = "p", Uid = owner, Controller = true }];

        Assert.Equal(expected, ClaimUse.Uses(pod, claim));
        Assert.Equal(["p-v"], ClaimUse.ClaimsOf(pod));
    }

    private static Pod Pod(Volume volume, string? node) => new()
    {
        Metadata = new ObjectMeta { Name = "p", Namespace = "default", Uid = "uid-p" },
        Spec = new PodSpec { NodeName = node, Volumes = [new Volume { Name = "none", EmptyDir = new EmptyDirVolumeSource() }, volume] },
    };

    private static PersistentVolumeClaim Claim(string name) => new() { Metadata = new ObjectMeta { Name = name, Namespace = "default" } };
}
