using Kube.Machinery.Yaml;

namespace Kube.Machinery.Tests.Yaml;

public sealed class YamlTreeTests
{
    [Fact]
    public void Read_Mapping_KnowsTheLineOfEveryKeyAndValue()
    {
        var tree = YamlTree.Read("a: 1\nb:\n  - x\n  - y: \"null\"\nc:\n", "f.yml")!;
        Assert.Equal([("a", 1), ("b", 2), ("c", 5)], tree.Entries.Select(e => (e.Key, e.Line)));
        Assert.Equal([3, 4], tree["b"]!.Items.Select(i => i.Line));
        Assert.Equal("f.yml:4", tree["b"]!.Items[1]["y"]!.Where);
        Assert.True(tree["c"]!.IsNull);
        Assert.False(tree["b"]!.Items[1]["y"]!.IsNull);
        Assert.Null(tree["d"]);
    }

    [Fact]
    public void Read_AnchorsAndMergeKeys_AreResolved()
    {
        var tree = YamlTree.Read("x: &x\n  a: 1\n  b: 2\ny:\n  <<: *x\n  b: 3\nz:\n  <<: [*x, {c: 4, a: 5}]\n", "f")!;
        Assert.Equal("b=3 a=1", string.Join(' ', tree["y"]!.Entries.Select(e => $"{e.Key}={e.Value.Text}")));
        Assert.Equal(2, tree["y"]!["a"]!.Line);
        Assert.Equal("a=1 b=2 c=4", string.Join(' ', tree["z"]!.Entries.Select(e => $"{e.Key}={e.Value.Text}")));
    }

    [Theory]
    [InlineData("spec.containers[1].image", 13)]
    [InlineData("spec.containers[1].nope", 12)]
    [InlineData("spec.containers[7]", 9)]
    [InlineData("metadata.labels[a.b/c]", 7)]
    [InlineData("metadata.labels", 6)]
    [InlineData("nope", 4)]
    [InlineData("", 4)]
    public void LineOf_Field_IsWhereItStandsOrTheNearestAbove(string path, int line)
    {
        const string text = "first: 1\n---\n---\nkind: Pod\nmetadata:\n  labels:\n    a.b/c: d\nspec:\n  containers:\n  - name: a\n    image: x\n  - name: b\n    image: y\n";
        Assert.Equal(line, YamlTree.Read(text, "f", document: 2)!.LineOf(path));
    }

    [Fact]
    public void Read_Tags_AreKept() => Assert.Equal(["!reset", ""], YamlTree.Read("a: !reset null\nb: c\n", "f")!.Entries.Select(e => e.Value.Tag));

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3\n", "f:3: mapping key \"a\" already defined at line 1")]
    [InlineData("a:\n\tb: 1\n", "f:2: found a tab as indentation; YAML takes only spaces")]
    [InlineData("a: *no\n", "f:1: unknown anchor 'no' referenced")]
    [InlineData("a: &a [*a]\n", "f:1: unknown anchor 'a' referenced")]
    [InlineData("<<: 3\n", "f:1: map merge requires map or sequence of maps as the value")]
    public void Read_Mistake_NamesItsLine(string text, string message) => Assert.Equal(message, Assert.Throws<YamlJsonException>(() => YamlTree.Read(text, "f")).Message);

    [Fact]
    public void Read_BombOfAliases_IsRefused()
    {
        var text = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        Assert.Contains("excessive aliasing", Assert.Throws<YamlJsonException>(() => YamlTree.Read(text, "f")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Nothing_IsNull() => Assert.Null(YamlTree.Read("# only words\n", "f"));
}
