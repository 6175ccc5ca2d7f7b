using System.Text;

namespace Kube.Proxy.Nftables;

/// <summary>Input of <c>nft -f -</c>, which the kernel takes as a whole or not at all: packets see the table before or after, never between. Pure.</summary>
internal static class NftTransaction
{
    /// <summary>Replaces whatever the table holds.</summary>
    public static string Replace(string table, NftRuleset ruleset)
    {
        // Adding first makes the deletion succeed where there is no such table.
        var script = new StringBuilder($"add table {table}\ndelete table {table}\nadd table {table}\n");
        Append(script, table, new NftRuleset(), ruleset);
        return script.ToString();
    }

    /// <summary>Only the difference; empty where there is none.</summary>
    public static string Update(string table, NftRuleset from, NftRuleset to)
    {
        var script = new StringBuilder();
        Append(script, table, from, to);
        return script.ToString();
    }

    /// <summary>Removes the table.</summary>
    public static string Remove(string table) => $"add table {table}\ndelete table {table}\n";

    /// <summary>Nothing is referred to before it is there, nothing is removed while it is referred to.</summary>
    private static void Append(StringBuilder script, string table, NftRuleset from, NftRuleset to)
    {
        AddSets(script, table, from, to);
        var changed = to.Chains.Values.Where(chain => !from.Chains.TryGetValue(chain.Name, out var old) || !old.SameRules(chain)).ToList();
        AddChains(script, table, from, changed);
        RemoveElements(script, table, from, to);
        AddRules(script, table, changed);
        AddElements(script, table, from, to);
        RemoveChainsAndSets(script, table, from, to);
    }

    private static void AddSets(StringBuilder script, string table, NftRuleset from, NftRuleset to)
    {
        foreach (var set in to.Sets.Values.Where(set => !from.Sets.ContainsKey(set.Name)))
        {
            var flags = set.IsDynamic ? " flags dynamic,timeout; timeout 3h; size 65536;" : "";
            script.Append(set.HasVerdicts
                ? $"add map {table} {set.Name} {{ type {set.Type} : verdict; }}\n"
                : $"add set {table} {set.Name} {{ type {set.Type};{flags} }}\n");
        }
    }

    private static void AddChains(StringBuilder script, string table, NftRuleset from, List<NftChain> changed)
    {
        foreach (var chain in changed)
        {
            script.Append(from.Chains.ContainsKey(chain.Name)
                ? $"flush chain {table} {chain.Name}\n"
                : $"add chain {table} {chain.Name}{(chain.Hook is null ? "" : $" {{ {chain.Hook} }}")}\n");
        }
    }

    private static void AddRules(StringBuilder script, string table, List<NftChain> changed)
    {
        foreach (var chain in changed)
        {
            foreach (var rule in chain.Rules)
            {
                script.Append($"add rule {table} {chain.Name} {rule}\n");
            }
        }
    }

    private static void RemoveElements(StringBuilder script, string table, NftRuleset from, NftRuleset to)
    {
        foreach (var ((set, key), verdict) in from.Elements.OrderBy(element => element.Key))
        {
            if (to.Sets.ContainsKey(set) && (!to.Elements.TryGetValue((set, key), out var wanted) || wanted != verdict))
            {
                script.Append($"delete element {table} {set} {{ {key} }}\n");
            }
        }
    }

    private static void AddElements(StringBuilder script, string table, NftRuleset from, NftRuleset to)
    {
        foreach (var ((set, key), verdict) in to.Elements.OrderBy(element => element.Key))
        {
            if (!from.Elements.TryGetValue((set, key), out var present) || present != verdict)
            {
                script.Append($"add element {table} {set} {{ {key}{(verdict is null ? "" : " : " + verdict)} }}\n");
            }
        }
    }

    private static void RemoveChainsAndSets(StringBuilder script, string table, NftRuleset from, NftRuleset to)
    {
        var chains = from.Chains.Keys.Where(name => !to.Chains.ContainsKey(name)).ToList();
        foreach (var name in chains)
        {
            script.Append($"flush chain {table} {name}\n");
        }

        foreach (var name in chains)
        {
            script.Append($"delete chain {table} {name}\n");
        }

        foreach (var set in from.Sets.Values.Where(set => !to.Sets.ContainsKey(set.Name)))
        {
            script.Append(set.HasVerdicts ? $"delete map {table} {set.Name}\n" : $"delete set {table} {set.Name}\n");
        }
    }
}
