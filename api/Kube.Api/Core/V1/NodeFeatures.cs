namespace Kube.Api.Core.V1;

public sealed class NodeFeatures
{
    public bool? SupplementalGroupsPolicy { get; set; }
}
