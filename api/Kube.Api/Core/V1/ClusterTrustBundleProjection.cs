using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>Certificates of trusted authorities, as one file.</summary>
public sealed class ClusterTrustBundleProjection
{
    /// <summary>One bundle by name.</summary>
    [ProtoField(1, IsPointer = true)]
    public string? Name { get; set; }

    /// <summary>All bundles of a signer.</summary>
    [ProtoField(2, IsPointer = true)]
    public string? SignerName { get; set; }

    /// <summary>Narrows the bundles of a signer.</summary>
    [ProtoField(3, IsPointer = true)]
    public LabelSelector? LabelSelector { get; set; }

    /// <summary>True when the pod may start although the source or key does not exist. Default false.</summary>
    [ProtoField(5, IsPointer = true)]
    public bool? Optional { get; set; }

    /// <summary>Path of the file; relative.</summary>
    [Required, ProtoField(4)]
    public string? Path { get; set; }
}
