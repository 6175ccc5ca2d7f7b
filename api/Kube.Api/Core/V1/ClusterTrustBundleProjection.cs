using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class ClusterTrustBundleProjection
{
    [ProtoField(1, IsPointer = true)]
    public string? Name { get; set; }

    [ProtoField(2, IsPointer = true)]
    public string? SignerName { get; set; }

    [ProtoField(3, IsPointer = true)]
    public LabelSelector? LabelSelector { get; set; }

    [ProtoField(5, IsPointer = true)]
    public bool? Optional { get; set; }

    [Required, ProtoField(4)]
    public string? Path { get; set; }
}
