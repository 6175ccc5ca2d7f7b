namespace Kube.Api.Core.V1;

public sealed class NodeFeatures
{
    [ProtoField(1, IsPointer = true)]
    public bool? SupplementalGroupsPolicy { get; set; }
}
