using Kube.Api.Apps.V1;
using Kube.Api.Resources.Core;

namespace Kube.Api.Resources.Apps;

/// <summary>What a Deployment has when its author does not say.</summary>
internal static class DeploymentDefaults
{
    private const string Share = "25%";
    private const int History = 10;
    private const int ProgressSeconds = 600;

    public static void Apply(Deployment deployment)
    {
        var spec = deployment.Spec ??= new DeploymentSpec();
        spec.Replicas ??= 1;
        spec.RevisionHistoryLimit ??= History;
        spec.ProgressDeadlineSeconds ??= ProgressSeconds;
        spec.Strategy ??= new DeploymentStrategy();
        spec.Strategy.Type = string.IsNullOrEmpty(spec.Strategy.Type) ? DeploymentStrategyType.RollingUpdate : spec.Strategy.Type;
        if (spec.Strategy.Type == DeploymentStrategyType.RollingUpdate)
        {
            var rolling = spec.Strategy.RollingUpdate ??= new RollingUpdateDeployment();
            rolling.MaxUnavailable ??= Share;
            rolling.MaxSurge ??= Share;
        }

        spec.Template = PodDefaults.Apply(spec.Template);
    }
}
