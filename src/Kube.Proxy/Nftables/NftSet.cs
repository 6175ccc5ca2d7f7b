namespace Kube.Proxy.Nftables;

/// <summary>A set, or with verdicts a map. Dynamic ones are filled by the packets themselves.</summary>
internal sealed record NftSet(string Name, string Type, bool HasVerdicts = false, bool IsDynamic = false);
