using System.Text;
using Kube.Machinery.Yaml;

namespace Kube.Machinery.Tests.Yaml;

public sealed class YamlJsonTests
{
    [Theory]
    [InlineData("a: yes\nb: 'yes'\nc: On\nd: n", """{"a":true,"b":"yes","c":true,"d":false}""")]
    [InlineData("a: 0644\nb: 0x1F\nc: 0b101\nd: 1_000\ne: -5\nf: +3\ng: 089", """{"a":420,"b":31,"c":5,"d":1000,"e":-5,"f":3,"g":89}""")]
    [InlineData("a: 1.5\nb: 1e3\nc: 1.0\nd: .5\ne: 1.2.3\nf: 0xzz", """{"a":1.5,"b":1000,"c":1,"d":0.5,"e":"1.2.3","f":"0xzz"}""")]
    [InlineData("a: ~\nb:\nc: null\nd: ''", """{"a":null,"b":null,"c":null,"d":""}""")]
    [InlineData("a: 2024-01-01\nb: 12:30", """{"a":"2024-01-01","b":"12:30"}""")]
    [InlineData("1: a\ntrue: b\n1.5: c", """{"1":"a","true":"b","1.5":"c"}""")]
    [InlineData("a: &x {k: 1}\nb: *x\nc:\n  <<: *x\n  k: 2\n  l: 3\nd: {<<: [*x]}", """{"a":{"k":1},"b":{"k":1},"c":{"k":2,"l":3},"d":{"k":1}}""")]
    [InlineData("a: |\n  x\n  y\nb: >-\n  x\n  y\nc: \"t\\tu\"", """{"a":"x\ny\n","b":"x y","c":"t\tu"}""")]
    [InlineData("- a\n- [b, {c: d}]", """["a",["b",{"c":"d"}]]""")]
    [InlineData("a: !!str 5\nb: !!int \"5\"\nc: !!binary aGk=", """{"a":"5","b":5,"c":"hi"}""")]
    [InlineData("{\n\t\"a\": \"x\\/y\"\n}", """{"a":"x/y"}""")]
    [InlineData("{a: 1}", """{"a":1}""")]
    [InlineData("a: 18446744073709551615\nb: 123456789012345678901234567890", """{"a":18446744073709551615,"b":1.2345678901234568E+29}""")]
    [InlineData("\uFEFF# comment\n---\na: 1\n...\n", """{"a":1}""")]
    [InlineData("a: 1\r\nb: 2\r\n", """{"a":1,"b":2}""")]
    public void Read_Yaml_GivesKubectlsJson(string yaml, string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(YamlJson.ToJson(Encoding.UTF8.GetBytes(yaml))));

    [Theory]
    [InlineData("a: 1\nb: c: d", 2)]
    [InlineData("a:\n\t- b", 2)]
    [InlineData("a: 1\n b: 2", 2)]
    [InlineData("a: [1, 2", 1)]
    [InlineData("a: 'x", 1)]
    [InlineData("a: *nope", 1)]
    [InlineData("a: &x [*x]", 1)]
    [InlineData("a: .inf", 1)]
    [InlineData("? [a]\n: b", 1)]
    [InlineData("a: \"\\ud800\"", 1)]
    [InlineData("a: 1\n---\nb: 2", 3)]
    public void Read_Malformed_SaysLineAndColumn(string yaml, int line)
    {
        var error = Assert.Throws<YamlJsonException>(() => YamlJson.Read(yaml));
        Assert.True(line == error.Line, error.Message);
        Assert.StartsWith($"error converting YAML to JSON: yaml: line {line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("(column ", error.Message, StringComparison.Ordinal);
        Assert.True(error.Column >= 1);
    }

    [Fact]
    public void Read_MalformedJson_SaysLineAndColumn() => Assert.StartsWith("error parsing JSON: line 3: ", Assert.Throws<YamlJsonException>(() => YamlJson.Read("{\n\"a\": 1,\n\"b\" 2\n}")).Message);

    [Fact]
    public void ReadAll_SeveralDocuments_GivesEachWithItsLine()
    {
        var documents = YamlJson.ReadAll("# head\na: 1\n---\n# nothing\n---\n\nb: 2\n--- {c: 3}\n");
        Assert.Equal(["""{"a":1}:2""", """{"b":2}:7""", """{"c":3}:8"""], documents.Select(d => $"{d.Node.ToJsonString()}:{d.Line}"));
        Assert.Equal(["""{"a":1}:1""", """{"b":2}:3"""], YamlJson.ReadAll("{\"a\":1}\n\n{\"b\":2}").Select(d => $"{d.Node.ToJsonString()}:{d.Line}"));
    }

    [Fact]
    public void Read_AliasBombAndDepth_AreRefused()
    {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 12; i++)
        {
            bomb.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        }

        Assert.Contains("excessive aliasing", Assert.Throws<YamlJsonException>(() => YamlJson.Read(bomb.ToString())).Message, StringComparison.Ordinal);
        Assert.Throws<YamlJsonException>(() => YamlJson.Read(new string('[', 100_000)));
        Assert.Throws<YamlJsonException>(() => YamlJson.Read("a: " + new string('[', 100_000)));
        Assert.Throws<YamlJsonException>(() => YamlJson.Read(string.Concat(Enumerable.Repeat("- ", 50_000))));
        Assert.Throws<YamlJsonException>(() => YamlJson.Read(string.Concat(Enumerable.Repeat("{\"a\":", 50_000))));
    }

    [Fact]
    public void Read_RandomText_OnlyDeclaredErrors()
    {
        var random = new Random(11);
        const string Alphabet = "a1:-? \n\t[]{},&*!|>'\"%@`#~<.\\ué\u0000\ud800\u2028";
        for (var round = 0; round < 5_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            try
            {
                foreach (var document in YamlJson.ReadAll(text))
                {
                    document.Node.ToJsonString();
                }
            }
            catch (YamlJsonException)
            {
                // Declared.
            }
        }

        for (var round = 0; round < 2_000; round++)
        {
            var bytes = new byte[random.Next(1, 80)];
            random.NextBytes(bytes);
            try
            {
                YamlJson.ToJson(bytes);
            }
            catch (YamlJsonException)
            {
                // Declared.
            }
        }
    }

    [Theory]
    [InlineData("""{"b":1,"a":"x"}""", "a: x\nb: 1\n")]
    [InlineData("""{"a":[{"c":1,"b":[]},"x"],"d":{}}""", "a:\n- b: []\n  c: 1\n- x\nd: {}\n")]
    [InlineData("""{"a":"yes","b":"1","c":"","d":"null","e":"2024-01-01T00:00:00Z","f":"1.5"}""", "a: \"yes\"\nb: \"1\"\nc: \"\"\nd: \"null\"\ne: \"2024-01-01T00:00:00Z\"\nf: \"1.5\"\n")]
    [InlineData("""{"a":"x: y","b":"#c","c":"it's","d":"- e","e":"*f","f":"a:b"}""", "a: 'x: y'\nb: '#c'\nc: it's\nd: '- e'\ne: '*f'\nf: a:b\n")]
    [InlineData("""{"a":"l1\nl2\n","b":"l1\nl2","c":{"d":"x\n\n"}}""", "a: |\n  l1\n  l2\nb: |-\n  l1\n  l2\nc:\n  d: |+\n    x\n\n")]
    [InlineData("""{"a":[["b"],{"c":{"d":1}}]}""", "a:\n- - b\n- c:\n    d: 1\n")]
    [InlineData("""{"a":"tab\there","b":" lead","c":"500m","d":true,"e":null,"f":0.5}""", "a: \"tab\\there\"\nb: ' lead'\nc: 500m\nd: true\ne: null\nf: 0.5\n")]
    [InlineData("""{"a10":1,"a9":2,"A":3,"_":4}""", "_: 4\nA: 3\na9: 2\na10: 1\n")]
    [InlineData("{\"a\":\"<<\",\"b\":\"\U0001F600 x\"}", "a: <<\nb: \"\\U0001F600 x\"\n")]
    [InlineData("[]", "[]\n")]
    public void Write_Json_GivesKubectlsYaml(string json, string yaml) => Assert.Equal(yaml, YamlJson.Write(YamlJson.Read(json)));

    [Fact]
    public void Write_RandomStrings_ReadBackTheSame()
    {
        var random = new Random(3);
        const string Alphabet = "ab1 :-?\n'\"#&*[]{}|>%@`!,.~\t\\é0xy=<";
        for (var round = 0; round < 5_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, round % 10 == 0 ? 200 : 12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            var node = new System.Text.Json.Nodes.JsonObject { ["k"] = text, ["l"] = new System.Text.Json.Nodes.JsonArray(text, text), ["z" + text.Replace("\n", "")] = "x" };
            var yaml = YamlJson.Write(node);
            Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(node, YamlJson.Read(yaml)), $"{node.ToJsonString()}\n{yaml}");
        }
    }
}
