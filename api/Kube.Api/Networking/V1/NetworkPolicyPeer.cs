using Kube.Api.Meta.V1;

namespace Kube.Api.Networking.V1;

/// <summary>The other end of traffic: pods, or a range of addresses.</summary>
public sealed class NetworkPolicyPeer
{
    /// <summary>Pods by label, in the policy's namespace unless namespaceSelector says which.</summary>
    [ProtoField(1, IsPointer = true)]
    public LabelSelector? PodSelector { get; set; }

    /// <summary>Namespaces by label; an empty selector is all of them.</summary>
    [ProtoField(2, IsPointer = true)]
    public LabelSelector? NamespaceSelector { get; set; }

    /// <summary>A range of addresses; excludes the other two.</summary>
    [ProtoField(3, IsPointer = true)]
    public IPBlock? IpBlock { get; set; }
}
