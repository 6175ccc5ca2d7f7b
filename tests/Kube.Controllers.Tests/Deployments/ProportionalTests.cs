using Kube.Api.Apps.V1;
using Kube.Controllers.Deployments;

namespace Kube.Controllers.Tests.Deployments;

public class ProportionalTests
{
    [Theory]
    //          from  to  sizes before (oldest first)  sizes after
    [InlineData(10, 20, new[] { 10, 2 }, new[] { 18, 4 })]
    [InlineData(10, 12, new[] { 5, 5 }, new[] { 6, 8 })] // what the surge still allows goes to the newest
    [InlineData(10, 12, new[] { 6, 4 }, new[] { 9, 5 })]
    [InlineData(10, 5, new[] { 10, 2 }, new[] { 6, 1 })]
    [InlineData(12, 2, new[] { 6, 8 }, new[] { 2, 2 })]
    [InlineData(10, 0, new[] { 7, 5 }, new[] { 0, 0 })]
    public void Plan_ScaledInMidRollout_EachKeepsItsShare(int from, int to, int[] before, int[] after)
    {
        var rollout = Given.Rollout(Given.Deployment(to, 2, 2), Sized("v1", before[0], from + 2), Sized("v2", before[1], from + 2));
        var plan = Proportional.Plan(rollout).ToDictionary(resize => resize.Set.Metadata!.Name!, resize => resize.Replicas);
        Assert.Equal((after[0], after[1]), (plan["web-v1"], plan["web-v2"]));
        Assert.True(plan.Values.Sum() <= (to == 0 ? 0 : to + 2));
    }

    [Fact]
    public void Plan_NoAnnotation_UsesTheStatus()
    {
        var deployment = Given.Deployment(20, 0, 1);
        deployment.Status = new DeploymentStatus { Replicas = 10 };
        var plan = Proportional.Plan(Given.Rollout(deployment, Given.Set("v1", 5), Given.Set("v2", 5)));
        Assert.All(plan, resize => Assert.Equal(10, resize.Replicas));
    }

    [Fact]
    public void Plan_Leftover_GoesToTheLargest()
    {
        var plan = Proportional.Plan(Given.Rollout(Given.Deployment(11, 0, 1), Sized("v1", 3, 9), Sized("v2", 4, 9), Sized("v3", 2, 9)));
        Assert.Equal(11, plan.Sum(resize => resize.Replicas));
        Assert.Equal("web-v2", plan[0].Set.Metadata!.Name);
    }

    [Fact]
    public void Scaling_OneActiveSet_TakesTheWholeSize()
    {
        var resize = Assert.Single(Scaling.Plan(Given.Rollout(Given.Deployment(7), Given.Set("v1", 3), Given.Set("v2", 0))));
        Assert.Equal(("web-v1", 7), (resize.Set.Metadata!.Name, resize.Replicas));
    }

    [Fact]
    public void Scaling_NoneActive_CurrentSetComesBack()
    {
        var resize = Assert.Single(Scaling.Plan(Given.Rollout(Given.Deployment(2), Given.Set("v1", 0), Given.Set("v2", 0))));
        Assert.Equal(("web-v2", 2), (resize.Set.Metadata!.Name, resize.Replicas));
    }

    [Fact]
    public void Scaling_CurrentSetSaturated_OldOnesGo()
    {
        var current = Given.Set("v2", 5).Annotated(Revision.DesiredAnnotation, "5");
        var resize = Assert.Single(Scaling.Plan(Given.Rollout(Given.Deployment(5), Given.Set("v1", 2), current)));
        Assert.Equal(("web-v1", 0), (resize.Set.Metadata!.Name, resize.Replicas));
    }

    private static ReplicaSet Sized(string image, int wanted, int max) => Given.Set(image, wanted).Annotated(Revision.MaxAnnotation, $"{max}");
}
