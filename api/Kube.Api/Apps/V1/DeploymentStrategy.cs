namespace Kube.Api.Apps.V1;

/// <summary>How old pods give way to new ones.</summary>
public sealed class DeploymentStrategy
{
    /// <summary>RollingUpdate (default) replaces them gradually; Recreate stops all old ones first.</summary>
    [ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>Settings of RollingUpdate.</summary>
    [ProtoField(2, IsPointer = true)]
    public RollingUpdateDeployment? RollingUpdate { get; set; }
}
