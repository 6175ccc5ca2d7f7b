using Kube.Api.Meta.V1;

namespace Kube.Api.Networking.V1;

/// <summary>What has become of a ServiceCIDR.</summary>
public sealed class ServiceCIDRStatus
{
    /// <summary>Facts about it; <c>Ready</c> says that addresses are handed out.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(1)]
    public List<Condition>? Conditions { get; set; }
}
