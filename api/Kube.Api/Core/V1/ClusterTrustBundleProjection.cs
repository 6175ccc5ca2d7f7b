using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class ClusterTrustBundleProjection
{
    public string? Name { get; set; }

    public string? SignerName { get; set; }

    public LabelSelector? LabelSelector { get; set; }

    public bool? Optional { get; set; }

    [Required]
    public string? Path { get; set; }
}
