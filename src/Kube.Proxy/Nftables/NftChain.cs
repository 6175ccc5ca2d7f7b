namespace Kube.Proxy.Nftables;

/// <summary>A chain; a null hook means that it is only jumped to.</summary>
internal sealed record NftChain(string Name, string? Hook, IReadOnlyList<string> Rules)
{
    public bool SameRules(NftChain other) => Hook == other.Hook && Rules.SequenceEqual(other.Rules, StringComparer.Ordinal);
}
