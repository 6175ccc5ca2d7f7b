namespace Kube.Api.Networking.V1;

/// <summary>Traffic that may come in: from any of the peers on any of the ports.</summary>
public sealed class NetworkPolicyIngressRule
{
    /// <summary>Ports of the chosen pods; all when empty.</summary>
    [ProtoField(1)]
    public List<NetworkPolicyPort>? Ports { get; set; }

    /// <summary>Who may send; everybody when empty.</summary>
    [ProtoField(2)]
    public List<NetworkPolicyPeer>? From { get; set; }
}
