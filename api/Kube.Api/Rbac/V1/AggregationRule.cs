using Kube.Api.Meta.V1;

namespace Kube.Api.Rbac.V1;

/// <summary>How a ClusterRole is put together from others.</summary>
public sealed class AggregationRule
{
    /// <summary>ClusterRoles whose labels match any of these give their rules.</summary>
    [ProtoField(1)]
    public List<LabelSelector>? ClusterRoleSelectors { get; set; }
}
