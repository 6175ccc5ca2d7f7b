using Kube.Machinery.Selectors;

namespace Kube.Machinery.Tests.Selectors;

public sealed class FieldSelectorTests
{
    private static readonly Dictionary<string, string> s_fields = new() { ["metadata.name"] = "x", ["spec.nodeName"] = "", ["a"] = "1,2=\\" };

    [Theory]
    [InlineData("", true)]
    [InlineData("metadata.name=x", true)]
    [InlineData("metadata.name==x,spec.nodeName=", true)]
    [InlineData("metadata.name!=x", false)]
    [InlineData("spec.nodeName!=", false)]
    [InlineData("unknown=", true)]
    [InlineData("a=1\\,2\\=\\\\", true)]
    public void Matches_Fields_FollowsTheSelector(string text, bool expected) => Assert.Equal(expected, FieldSelector.Parse(text).Matches(s_fields));

    [Theory]
    [InlineData("a", "invalid selector: 'a'; can't understand 'a'")]
    [InlineData("a=b=c", "invalid field selector: unescaped character in value: =")]
    [InlineData("a=\\x", "invalid field selector: invalid escape sequence: \\x")]
    public void Parse_Malformed_SaysWhy(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<SelectorException>(() => FieldSelector.Parse(text)).Message);

    [Fact]
    public void ToString_Escapes_ReadsBackTheSame() => Assert.Equal("a=1\\,2\\=\\\\", FieldSelector.Parse(FieldSelector.Of(new FieldTerm("a", true, "1,2=\\")).ToString()).ToString());
}
