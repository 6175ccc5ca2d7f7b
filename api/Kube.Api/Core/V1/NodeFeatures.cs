namespace Kube.Api.Core.V1;

/// <summary>Optional abilities of a node's runtime.</summary>
public sealed class NodeFeatures
{
    /// <summary>Whether it can leave out groups from images.</summary>
    [ProtoField(1, IsPointer = true)]
    public bool? SupplementalGroupsPolicy { get; set; }
}
