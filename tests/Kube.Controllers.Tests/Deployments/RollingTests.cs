using Kube.Api;
using Kube.Controllers.Deployments;

namespace Kube.Controllers.Tests.Deployments;

public class RollingTests
{
    [Theory]
    [InlineData("25%", "25%", 10, 3, 2)]
    [InlineData("25%", "25%", 1, 1, 0)]
    [InlineData("25%", "25%", 4, 1, 1)]
    [InlineData("0", "0", 5, 0, 1)]
    [InlineData("0%", "10%", 5, 0, 1)]
    [InlineData("100%", "0", 3, 3, 0)]
    [InlineData("2", "1", 0, 2, 1)]
    [InlineData("33%", "33%", 3, 1, 0)]
    public void ResolveFenceposts_NumbersAndPercents_SurgeRoundsUpUnavailableDown(string surge, string unavailable, int desired, int expectedSurge, int expectedUnavailable) =>
        Assert.Equal((expectedSurge, expectedUnavailable), Rolling.ResolveFenceposts(Read(surge), Read(unavailable), desired));

    [Theory]
    [InlineData(10, 0, 10, 2, 2)] // nothing new yet: as many as the surge allows
    [InlineData(10, 5, 5, 2, 7)]
    [InlineData(10, 2, 10, 2, 2)] // the room is used up
    [InlineData(10, 10, 2, 2, 10)] // complete
    [InlineData(5, 8, 0, 2, 5)] // too many: down to what is wanted
    [InlineData(10, 0, 14, 2, 0)] // more old pods than allowed: not one more
    [InlineData(0, 0, 3, 2, 0)]
    public void CurrentReplicas_RollingUpdate_GrowsIntoTheSurge(int desired, int current, int old, int maxSurge, int expected) =>
        Assert.Equal(expected, Rolling.CurrentReplicas(Given.Rollout(Given.Deployment(desired, maxSurge, 0), Given.Set("v1", old), Given.Set("v2", current))));

    [Fact]
    public void CurrentReplicas_Recreate_AllAtOnce()
    {
        var deployment = Given.Deployment(7);
        deployment.Spec!.Strategy!.Type = "Recreate";
        Assert.Equal(7, Rolling.CurrentReplicas(Given.Rollout(deployment, Given.Set("v2", 0))));
    }

    [Theory]
    //          desired  maxUnavailable  old wanted/available  current wanted/available  expected old size
    [InlineData(10, 0, 10, 10, 3, 0, 10)] // nothing new is available: nothing may go
    [InlineData(10, 0, 10, 10, 3, 3, 7)] // each new available pod frees an old one
    [InlineData(10, 2, 10, 10, 3, 0, 8)]
    [InlineData(10, 2, 10, 8, 0, 0, 8)] // the broken ones go first, and they are all that may go
    [InlineData(10, 0, 10, 4, 0, 0, 10)] // down to the fence: broken or not
    [InlineData(10, 0, 5, 5, 10, 10, 0)]
    [InlineData(6, 0, 5, 6, 3, 2, 4)] // the status has not caught up with the last step
    [InlineData(1, 0, 1, 1, 1, 0, 1)] // a single replica waits for its successor
    [InlineData(1, 0, 1, 1, 1, 1, 0)]
    public void ShrinkOld_OneOldSet_KeepsEnoughAvailable(int desired, int maxUnavailable, int old, int oldAvailable, int current, int currentAvailable, int expected)
    {
        var rollout = Given.Rollout(Given.Deployment(desired, 3, maxUnavailable), Given.Set("v1", old, oldAvailable), Given.Set("v2", current, currentAvailable));
        var plan = Rolling.ShrinkOld(rollout);
        Assert.Equal(expected, plan.Count == 0 ? old : Assert.Single(plan).Replicas);
    }

    [Fact]
    public void ShrinkOld_SeveralOldSets_UnhealthyThenOldestFirst()
    {
        var rollout = Given.Rollout(
            Given.Deployment(10, 5, 0, image: "v3"), Given.Set("v1", 4, 4), Given.Set("v2", 6, 2), Given.Set("v3", 5, 5));
        var plan = Rolling.ShrinkOld(rollout).ToDictionary(resize => resize.Set.Metadata!.Name!, resize => resize.Replicas);
        // 15 pods, 10 must be available, 11 are: 5 may go, 4 of them broken, and one healthy one of the oldest.
        Assert.Equal(new Dictionary<string, int> { ["web-v1"] = 3, ["web-v2"] = 2 }, plan);
    }

    [Fact]
    public void ShrinkOld_AllOldBroken_NeverBelowTheFence()
    {
        var rollout = Given.Rollout(Given.Deployment(4, 1, 1), Given.Set("v1", 4, 0), Given.Set("v2", 1, 0));
        Assert.Equal(3, Assert.Single(Rolling.ShrinkOld(rollout)).Replicas);
    }

    private static IntOrString Read(string text) => int.TryParse(text, out var number) ? number : text;
}
