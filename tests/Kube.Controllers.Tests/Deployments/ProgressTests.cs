using Kube.Api.Apps.V1;
using Kube.Controllers.Deployments;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.Tests.Deployments;

public class ProgressTests
{
    private static readonly DateTime s_earlier = Given.Now.AddMinutes(-5);

    [Fact]
    public void Count_MidRollout_SumsAllSets()
    {
        var status = Progress.Count(Given.Rollout(Given.Deployment(10), Given.Set("v1", 8, 7), Given.Set("v2", 3, 1)), Given.Now);
        Assert.Equal((11, 3, 8, 3), (status.Replicas, status.UpdatedReplicas, status.AvailableReplicas, status.UnavailableReplicas));
        var available = Progress.Find(status, "Available")!;
        Assert.Equal(("True", "MinimumReplicasAvailable", "Deployment has minimum availability."), (available.Status, available.Reason, available.Message));
    }

    [Fact]
    public void Count_TooFewAvailable_SaysSo()
    {
        var status = Progress.Count(Given.Rollout(Given.Deployment(10), Given.Set("v2", 10, 7)), Given.Now);
        Assert.Equal(("False", "MinimumReplicasUnavailable"), (Progress.Find(status, "Available")!.Status, Progress.Find(status, "Available")!.Reason));
    }

    [Fact]
    public void Count_NoReplicas_LeavesZeroesOut()
    {
        var status = Progress.Count(Given.Rollout(Given.Deployment(0)), Given.Now);
        Assert.Null(status.Replicas);
        Assert.Null(status.UpdatedReplicas);
        Assert.Null(status.UnavailableReplicas);
        Assert.True(Progress.IsComplete(Given.Deployment(0), status));
    }

    [Fact]
    public void Of_Moving_RestartsTheDeadline()
    {
        var deployment = Given.Deployment(3).Progressing(Progress.NewSetCreated, s_earlier);
        var condition = Progressing(Progress.Of(Given.Rollout(deployment, Given.Set("v2", 3, 1)), Given.Now));
        Assert.Equal(("True", "ReplicaSetUpdated", "ReplicaSet \"web-v2\" is progressing."), (condition.Status, condition.Reason, condition.Message));
        Assert.Equal((Given.Now, s_earlier), (condition.LastUpdateTime, condition.LastTransitionTime));
    }

    [Fact]
    public void Of_Complete_SaysAvailableAndStaysSo()
    {
        var deployment = Given.Deployment(3).Progressing(Progress.SetUpdated, s_earlier);
        var status = Progress.Of(Given.Rollout(deployment, Given.Set("v1", 0), Given.Set("v2", 3)), Given.Now);
        Assert.Equal(("NewReplicaSetAvailable", "ReplicaSet \"web-v2\" has successfully progressed."), (Progressing(status).Reason, Progressing(status).Message));

        deployment.Status = status;
        var later = Progress.Of(Given.Rollout(deployment, Given.Set("v1", 0), Given.Set("v2", 3, available: 1)), Given.Now.AddHours(1));
        Assert.Equal("NewReplicaSetAvailable", Progressing(later).Reason);
    }

    [Theory]
    [InlineData(599, "NewReplicaSetCreated", "True")]
    [InlineData(601, "ProgressDeadlineExceeded", "False")]
    public void Of_StandingStill_IsStuckAfterTheDeadline(int seconds, string reason, string state)
    {
        var deployment = Given.Deployment(3).Progressing(Progress.NewSetCreated, Given.Now);
        deployment.Status!.Replicas = deployment.Status.UpdatedReplicas = 3;
        var condition = Progressing(Progress.Of(Given.Rollout(deployment, Given.Set("v2", 3, 0)), Given.Now.AddSeconds(seconds)));
        Assert.Equal((reason, state), (condition.Reason, condition.Status));
    }

    [Fact]
    public void Of_NoDeadline_NoProgressingCondition()
    {
        var deployment = Given.Deployment(3).Progressing(Progress.SetUpdated, s_earlier);
        deployment.Spec!.ProgressDeadlineSeconds = int.MaxValue;
        Assert.Null(Progress.Find(Progress.Of(Given.Rollout(deployment, Given.Set("v2", 3)), Given.Now), "Progressing"));
    }

    [Fact]
    public void Of_SetCannotMakePods_ShowsReplicaFailure()
    {
        var set = Given.Set("v2", 3, 0);
        set.Status!.Conditions = [new ReplicaSetCondition { Type = "ReplicaFailure", Status = "True", Reason = "FailedCreate", Message = "quota", LastTransitionTime = s_earlier }];
        var failure = Progress.Find(Progress.Of(Given.Rollout(Given.Deployment(3), set), Given.Now), "ReplicaFailure")!;
        Assert.Equal(("True", "FailedCreate", "quota"), (failure.Status, failure.Reason, failure.Message));
    }

    [Fact]
    public void Of_NothingChanged_IsTheSameOnTheWire()
    {
        var deployment = Given.Deployment(3);
        deployment.Status = Progress.Of(Given.Rollout(deployment, Given.Set("v2", 3)), Given.Now);
        Assert.True(Wire.Same(deployment.Status, Progress.Of(Given.Rollout(deployment, Given.Set("v2", 3)), Given.Now.AddHours(1))));
    }

    [Theory]
    [InlineData(true, null, "DeploymentPaused")]
    [InlineData(true, "DeploymentPaused", null)]
    [InlineData(false, "DeploymentPaused", "DeploymentResumed")]
    [InlineData(false, "ReplicaSetUpdated", null)]
    [InlineData(true, "ProgressDeadlineExceeded", null)]
    public void PauseCondition_ByStateAndReason_ChangesOnlyWhenItMust(bool paused, string? reason, string? expected)
    {
        var deployment = reason is null ? Given.Deployment(1) : Given.Deployment(1).Progressing(reason, s_earlier);
        deployment.Spec!.Paused = paused;
        var condition = Progress.PauseCondition(deployment, Given.Now);
        Assert.Equal(expected, condition?.Reason);
        Assert.Equal(expected is null ? null : "Unknown", condition?.Status);
    }

    [Fact]
    public void UntilDeadline_Waiting_IsOneSecondPast()
    {
        var deployment = Given.Deployment(3).Progressing(Progress.SetUpdated, Given.Now.AddSeconds(-100));
        Assert.Equal(TimeSpan.FromSeconds(501), Progress.UntilDeadline(deployment, deployment.Status!, Given.Now));
    }

    private static DeploymentCondition Progressing(DeploymentStatus status) => Progress.Find(status, "Progressing")!;
}
