namespace Kube.Api.Core.V1;

public sealed class PodSchedulingGroup
{
    public string? PodGroupName { get; set; }
}
