using Kube.Machinery.Yaml;

namespace Kctl.Compose;

/// <summary>
/// Lays one file over another as Compose does: maps are merged, single values replaced, lists joined; a command replaces a command, a mount the mount of
/// the same target. <c>!reset</c> takes away, <c>!override</c> replaces. Pure.
/// </summary>
internal static class ComposeMerge
{
    private static readonly HashSet<string> s_replaced = ["command", "entrypoint", "test"];
    private static readonly HashSet<string> s_mapOrList = ["environment", "labels", "annotations", "args", "sysctls", "depends_on", "networks", "extra_hosts", "options", "driver_opts"];

    /// <summary><paramref name="over"/> laid over <paramref name="under"/>.</summary>
    public static YamlTree Merge(YamlTree under, YamlTree over, string key = "")
    {
        if (over.Tag is "!override" or "!reset" || over.IsNull || (s_replaced.Contains(key) && under.Shape != YamlShape.Mapping))
        {
            return over.IsNull && over.Tag.Length == 0 && under.Shape == YamlShape.Mapping ? under : over;
        }

        if (s_mapOrList.Contains(key) && (under.Shape == YamlShape.Mapping || over.Shape == YamlShape.Mapping || key is "environment" or "labels"))
        {
            (under, over) = (AsMap(under), AsMap(over));
        }

        return (under.Shape, over.Shape) switch
        {
            (YamlShape.Mapping, YamlShape.Mapping) => Maps(under, over),
            (YamlShape.Sequence, YamlShape.Sequence) => over with { Items = Joined(under.Items, over.Items, key) },
            (YamlShape.Scalar, YamlShape.Sequence) when !under.IsNull && !s_replaced.Contains(key) => over with { Items = Joined([under], over.Items, key) },
            _ => over,
        };
    }

    /// <summary>Without what <c>!reset</c> takes away.</summary>
    public static YamlTree Cleaned(YamlTree tree) => tree.Shape switch
    {
        YamlShape.Mapping => tree with { Entries = [.. tree.Entries.Where(e => e.Value.Tag != "!reset").Select(e => e with { Value = Cleaned(e.Value) })] },
        YamlShape.Sequence => tree with { Items = [.. tree.Items.Where(i => i.Tag != "!reset").Select(Cleaned)] },
        _ => tree,
    };

    private static YamlTree Maps(YamlTree under, YamlTree over)
    {
        var entries = under.Entries.Select(e => over.Entries.FirstOrDefault(o => o.Key == e.Key) is { } own ? own with { Value = Merge(e.Value, own.Value, e.Key) } : e).ToList();
        entries.AddRange(over.Entries.Where(o => under.Entries.All(e => e.Key != o.Key)));
        return over with { Entries = entries };
    }

    private static List<YamlTree> Joined(IReadOnlyList<YamlTree> under, IReadOnlyList<YamlTree> over, string key)
    {
        var identities = over.Select(o => Identity(o, key)).ToHashSet();
        return [.. under.Where(u => !identities.Contains(Identity(u, key))), .. over];
    }

    /// <summary>What makes two items of a list the same: a mount's target, a file's target or source, else the whole text.</summary>
    private static string Identity(YamlTree item, string key) => key switch
    {
        "volumes" => item.Shape == YamlShape.Mapping ? item["target"]?.Text ?? "" : Target(item.Text),
        "configs" or "secrets" => item.Shape == YamlShape.Mapping ? item["target"]?.Text ?? item["source"]?.Text ?? "" : item.Text,
        "devices" => item.Text,
        _ => item.Shape == YamlShape.Scalar ? item.Text : string.Join(';', item.Entries.Select(e => $"{e.Key}={e.Value.Text}")),
    };

    private static string Target(string mount) => mount.Split(':') is [_, var target, ..] ? target : mount;

    /// <summary>A list of <c>KEY=VALUE</c> or of names as a map.</summary>
    private static YamlTree AsMap(YamlTree tree)
    {
        if (tree.Shape != YamlShape.Sequence)
        {
            return tree;
        }

        var entries = new List<YamlEntry>();
        foreach (var item in tree.Items.Where(i => i.Shape == YamlShape.Scalar))
        {
            var equals = item.Text.IndexOf('=');
            var key = equals < 0 ? item.Text : item.Text[..equals];
            var value = equals < 0 ? item with { Text = "", IsPlain = true } : item with { Text = item.Text[(equals + 1)..], IsPlain = false };
            entries.RemoveAll(e => e.Key == key);
            entries.Add(new YamlEntry(key, item.Line, value));
        }

        return tree with { Shape = YamlShape.Mapping, Items = [], Entries = entries };
    }
}
