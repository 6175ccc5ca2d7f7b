namespace Kube.Api.Core.V1;

/// <summary>The group a pod is scheduled with.</summary>
public sealed class PodSchedulingGroup
{
    /// <summary>Name of the group.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? PodGroupName { get; set; }
}
