namespace Kube.Api.Networking.V1;

/// <summary>Traffic that may leave: to any of the peers on any of the ports.</summary>
public sealed class NetworkPolicyEgressRule
{
    /// <summary>Ports at the far end; all when empty.</summary>
    [ProtoField(1)]
    public List<NetworkPolicyPort>? Ports { get; set; }

    /// <summary>Who may be reached; everybody when empty.</summary>
    [ProtoField(2)]
    public List<NetworkPolicyPeer>? To { get; set; }
}
