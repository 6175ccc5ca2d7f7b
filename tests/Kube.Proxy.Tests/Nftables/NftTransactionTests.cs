using Kube.Proxy.Nftables;

namespace Kube.Proxy.Tests.Nftables;

public sealed class NftTransactionTests
{
    [Fact]
    public void Update_SameRuleset_IsEmpty() => Assert.Equal("", NftTransaction.Update("t", One("a"), One("a")));

    [Fact]
    public void Update_ChangedRules_FlushesAndFillsThatChainOnly() =>
        Assert.Equal("flush chain t svc\nadd rule t svc b\n", NftTransaction.Update("t", One("a"), One("b")));

    [Fact]
    public void Update_ChangedVerdict_ReplacesTheElement()
    {
        var to = One("a");
        to.Elements[("m", "1")] = "drop";
        Assert.Equal("delete element t m { 1 }\nadd element t m { 1 : drop }\n", NftTransaction.Update("t", One("a"), to));
    }

    [Fact]
    public void Update_EverythingNew_DeclaresBeforeUse() =>
        Assert.Equal(
            "add map t m { type ipv4_addr : verdict; }\nadd chain t svc\nadd rule t svc a\nadd element t m { 1 : goto svc }\n",
            NftTransaction.Update("t", new NftRuleset(), One("a")));

    [Fact]
    public void Update_EverythingGone_RemovesUsersFirst()
    {
        var lines = NftTransaction.Update("t", One("a"), new NftRuleset()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["flush chain t svc", "delete chain t svc", "delete map t m"], lines[^3..]);
    }

    [Fact]
    public void Replace_Always_StartsFromNothing() =>
        Assert.StartsWith("add table t\ndelete table t\nadd table t\nadd map t m", NftTransaction.Replace("t", One("a")), StringComparison.Ordinal);

    private static NftRuleset One(string rule)
    {
        var ruleset = new NftRuleset();
        ruleset.Add(new NftSet("m", "ipv4_addr", HasVerdicts: true));
        ruleset.Add(new NftChain("svc", null, [rule]));
        ruleset.Elements[("m", "1")] = "goto svc";
        return ruleset;
    }
}
