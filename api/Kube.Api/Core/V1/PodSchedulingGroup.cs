namespace Kube.Api.Core.V1;

public sealed class PodSchedulingGroup
{
    [ProtoField(1, IsPointer = true)]
    public string? PodGroupName { get; set; }
}
