namespace Kube.Api.Apps.V1;

public sealed class DeploymentStrategy
{
    [ProtoField(1)]
    public string? Type { get; set; }

    [ProtoField(2, IsPointer = true)]
    public RollingUpdateDeployment? RollingUpdate { get; set; }
}
