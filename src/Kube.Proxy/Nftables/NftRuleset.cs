namespace Kube.Proxy.Nftables;

/// <summary>The wanted content of one table of packet rules.</summary>
internal sealed class NftRuleset
{
    /// <summary>Sets and maps by name: what follows the name in their declaration.</summary>
    public SortedDictionary<string, NftSet> Sets { get; } = new(StringComparer.Ordinal);

    /// <summary>Chains by name.</summary>
    public SortedDictionary<string, NftChain> Chains { get; } = new(StringComparer.Ordinal);

    /// <summary>Elements of sets (no verdict) and maps.</summary>
    public Dictionary<(string Set, string Key), string?> Elements { get; } = [];

    public void Add(NftSet set) => Sets.Add(set.Name, set);

    public void Add(NftChain chain) => Chains.Add(chain.Name, chain);
}
