using System.Text.Json.Nodes;
using Kube.Machinery.JsonPath;

namespace Kube.Machinery.Tests.JsonPath;

public sealed class JsonPathTests
{
    private static readonly JsonNode s_list = JsonNode.Parse("""
        {"kind":"List","n":1.5,"items":[
          {"metadata":{"name":"a","labels":{"app.kubernetes.io/name":"x"}},"status":{"capacity":{"cpu":"4"},"addresses":[{"type":"InternalIP","address":"10.0.0.1"},{"type":"Hostname","address":"h1"}]},"ready":true,"count":1},
          {"metadata":{"name":"b"},"status":{"capacity":{"cpu":"8"}},"ready":false,"count":2}]}
        """)!;

    [Theory]
    [InlineData("{.kind}", "List")]
    [InlineData("{$.kind}", "List")]
    [InlineData("{['kind']} is", "List is")]
    [InlineData("{.items[*].metadata.name}", "a b")]
    [InlineData("{.items[0].metadata.name}", "a")]
    [InlineData("{.items[-1].metadata.name}", "b")]
    [InlineData("{.items[-1:].metadata.name}", "b")]
    [InlineData("{.items[0:2:2].metadata.name}", "a")]
    [InlineData("{.items[0].metadata.labels.app\\.kubernetes\\.io/name}", "x")]
    [InlineData("{.items[0].metadata.labels['app\\.kubernetes\\.io/name']}", "x")]
    [InlineData("{range .items[*]}{.metadata.name}{\"\\t\"}{.status.capacity.cpu}{\"\\n\"}{end}", "a\t4\nb\t8\n")]
    [InlineData("{range .items[*]}[{.metadata.name},{range .status.addresses[*]}{.type};{end}] {end}", "[a,InternalIP;Hostname;] [b,] ")]
    [InlineData("{.items[?(@.metadata.name==\"b\")].status.capacity.cpu}", "8")]
    [InlineData("{.items[?(@.count>1)].metadata.name}", "b")]
    [InlineData("{.items[?(@.ready==true)].metadata.name}", "a")]
    [InlineData("{.items[?(@.status.addresses)].metadata.name}", "a")]
    [InlineData("{.items[*].status.addresses[?(@.type==\"InternalIP\")].address}", "10.0.0.1")]
    [InlineData("{..cpu}", "4 8")]
    [InlineData("{.items[*]['metadata.name', 'count']}", "1 2")]
    [InlineData("{.items[*]['count','ready']}", "1 2 true false")]
    [InlineData("{.items[*].metadata.name} {.n}", "a b 1.5")]
    [InlineData("{.items[0].status.capacity}", "{\"cpu\":\"4\"}")]
    [InlineData("{.missing}", "")]
    [InlineData("{range .missing[*]}x{end}", "")]
    [InlineData("plain", "plain")]
    [InlineData("{.items[0].*.cpu}", "")]
    [InlineData("{.items[0].status.*.cpu}", "4")]
    [InlineData("{.items[0:0]}", "")]
    public void Evaluate_Template_GivesKubectlsText(string template, string expected) => Assert.Equal(expected, JsonPathTemplate.Parse(template).Evaluate(s_list));

    [Theory]
    [InlineData("{.a", "unclosed action")]
    [InlineData("{end}", "not in range, nothing to end")]
    [InlineData("{.items[}", "unterminated array")]
    [InlineData("{.items[?(@.a}", "unterminated filter")]
    [InlineData("{.items[x]}", "invalid array index x")]
    [InlineData("{foo}", "unrecognized identifier foo")]
    [InlineData("{#}", "unrecognized character in action: U+0023 '#'")]
    [InlineData("{'x}", "unterminated quoted string 'x}")]
    public void Parse_Malformed_SaysWhy(string template, string expected) =>
        Assert.Equal(expected, Assert.Throws<JsonPathException>(() => JsonPathTemplate.Parse(template)).Message);

    [Theory]
    [InlineData("{.items[5]}", "array index out of bounds: index 5, length 2")]
    [InlineData("{.kind[0]}", "List is not array or slice")]
    [InlineData("{.items[?(@.metadata.name>1)]}", "incompatible types for comparison")]
    [InlineData("{.missing}", "missing is not found")]
    public void Evaluate_Impossible_SaysWhy(string template, string expected) =>
        Assert.Equal(expected, Assert.Throws<JsonPathException>(() => JsonPathTemplate.Parse(template, allowMissingKeys: false).Evaluate(s_list)).Message);

    [Theory]
    [InlineData(".kind")]
    [InlineData("kind")]
    [InlineData("{.kind}")]
    [InlineData("{kind}")]
    public void ParseRelaxed_AnyForm_IsAPath(string text) => Assert.Equal("List", JsonPathTemplate.ParseRelaxed(text).Evaluate(s_list));

    [Fact]
    public void Evaluate_RandomTemplates_OnlyDeclaredErrors()
    {
        var random = new Random(5);
        string[] pieces = ["{", "}", ".", "..", "[", "]", "*", "?(", ")", "@", "$", "items", "range ", "end", "'", "\"", "==", "<", "0", "-1", ":", ",", " ", "\\", "name", "\n"];
        for (var round = 0; round < 20_000; round++)
        {
            var text = "{.items" + string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)])) + "}";
            try
            {
                JsonPathTemplate.Parse(text).Evaluate(s_list);
            }
            catch (JsonPathException)
            {
                // Declared.
            }
        }
    }
}
