using Kube.Api.Meta.V1;
using Kube.Machinery.Selectors;

namespace Kube.Machinery.Tests.Selectors;

public sealed class SelectorTests
{
    [Theory]
    [InlineData("", "a=1", true)]
    [InlineData("a=1", "a=1", true)]
    [InlineData("a==1", "a=1", true)]
    [InlineData("a=1", "a=2", false)]
    [InlineData("a=1", "", false)]
    [InlineData("a!=1", "", true)]
    [InlineData("a!=1", "a=1", false)]
    [InlineData("a", "a=", true)]
    [InlineData("!a", "a=", false)]
    [InlineData("!a", "b=1", true)]
    [InlineData("a in (1, 2)", "a=2", true)]
    [InlineData("a in (1,2),b", "a=2", false)]
    [InlineData("a notin (1,2)", "a=3", true)]
    [InlineData("a notin (1,2)", "", true)]
    [InlineData("a in (,x)", "a=", true)]
    [InlineData("a>1", "a=2", true)]
    [InlineData("a<1", "a=2", false)]
    [InlineData("a>1", "a=x", false)]
    [InlineData("a=", "a=", true)]
    [InlineData("in in (in,notin)", "in=notin", true)]
    [InlineData("example.com/a = 1 , b", "example.com/a=1,b=", true)]
    public void Matches_Labels_FollowsTheSelector(string selector, string labels, bool expected) =>
        Assert.Equal(expected, Selector.Parse(selector).Matches(Labels(labels)));

    [Theory]
    [InlineData("a=b,c in (e,d),!f", "a=b,c in (d,e),!f")]
    [InlineData("z,a==1", "a==1,z")]
    [InlineData("x notin (b,a),y>3,w!=1", "w!=1,x notin (a,b),y>3")]
    public void ToString_Parsed_IsSortedByKey(string text, string expected) => Assert.Equal(expected, Selector.Parse(text).ToString());

    [Theory]
    [InlineData(",a", "found ',', expected: !, identifier, or 'end of string'")]
    [InlineData("a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt")]
    [InlineData("a,", "found '', expected: identifier after ','")]
    [InlineData("a in b", "unable to parse requirement: found 'b' expected: '('")]
    [InlineData("a in (b", "unable to parse requirement: found '', expected: ',' or ')'")]
    [InlineData("a=b c", "found 'c', expected: ',' or 'end of string'")]
    [InlineData("!", "unable to parse requirement: found '', expected: identifier")]
    [InlineData("a=(", "unable to parse requirement: found '(', expected: identifier")]
    [InlineData("a in ()", "unable to parse requirement: values: Invalid value: []: for 'in', 'notin' operators, values set can't be empty")]
    [InlineData("a>x", "unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer")]
    public void Parse_Malformed_SaysWhatKubernetesSays(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<SelectorException>(() => Selector.Parse(text)).Message);

    [Fact]
    public void Parse_BadKeyOrValue_NamesTheRule()
    {
        Assert.StartsWith("unable to parse requirement: <nil>: Invalid value: \"-a\": name part must consist of", Assert.Throws<SelectorException>(() => Selector.Parse("-a=b")).Message);
        Assert.StartsWith("unable to parse requirement: values[0][a]: Invalid value: \"-b\": a valid label must be", Assert.Throws<SelectorException>(() => Selector.Parse("a=-b")).Message);
    }

    [Fact]
    public void From_NullEmptyAndFull_SelectsNothingEverythingAndSome()
    {
        Assert.False(Selector.From(null).Matches(Labels("a=1")));
        Assert.True(Selector.From(new LabelSelector()).Matches(null));
        var selector = Selector.From(new LabelSelector
        {
            MatchLabels = new() { ["a"] = "1" },
            MatchExpressions = [new() { Key = "b", Operator = "In", Values = ["x", "y"] }, new() { Key = "c", Operator = "DoesNotExist" }],
        });
        Assert.Equal("a=1,b in (x,y),!c", selector.ToString());
        Assert.True(selector.Matches(Labels("a=1,b=y")));
        Assert.Throws<SelectorException>(() => Selector.From(new LabelSelector { MatchExpressions = [new() { Key = "b", Operator = "Near" }] }));
    }

    private static Dictionary<string, string> Labels(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);
}
