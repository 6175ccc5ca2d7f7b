using Kube.Api.Meta.V1;

namespace Kube.Api.Networking.V1;

/// <summary>The pods a policy is about and the traffic it lets through.</summary>
public sealed class NetworkPolicySpec
{
    /// <summary>The pods by label, in the policy's namespace; an empty selector is all of them.</summary>
    [ProtoField(1)]
    public LabelSelector? PodSelector { get; set; }

    /// <summary>What may come in; with none, and Ingress among the types, nothing may.</summary>
    [ProtoField(2)]
    public List<NetworkPolicyIngressRule>? Ingress { get; set; }

    /// <summary>What may leave; with none, and Egress among the types, nothing may.</summary>
    [ProtoField(3)]
    public List<NetworkPolicyEgressRule>? Egress { get; set; }

    /// <summary>The directions the policy rules: Ingress always unless given, and Egress when there are egress rules.</summary>
    [ProtoField(4)]
    public List<string>? PolicyTypes { get; set; }
}
