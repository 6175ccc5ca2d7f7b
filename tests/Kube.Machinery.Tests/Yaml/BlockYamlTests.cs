using Kube.Machinery.Yaml;

namespace Kube.Machinery.Tests.Yaml;

public sealed class BlockYamlTests
{
    private const string Kubeconfig = """
        # written by a program
        apiVersion: v1
        clusters:
        - cluster:
            certificate-authority-data: LS0tLS1CRUdJTg==
            server: https://127.0.0.1:6443
          name: local
        -  name: "other one"
           cluster:
             server: 'https://[::1]:6443'
             insecure-skip-tls-verify: true

        contexts: []
        current-context: local
        kind: Config
        preferences: {}
        users:
          - name: admin
            user:
              token: abc.def
              groups:
              - a
              - "5"
              - yes
        last:
        """;

    [Theory]
    [InlineData(Kubeconfig)]
    [InlineData("a: b")]
    [InlineData("a:\n  b:\n    c: d\n  e: f\ng: h\n")]
    [InlineData("- a\n- b: c\n  d:\n  - e\n  - f\n- on\n")]
    [InlineData("  a: b\n  c: d\n")]
    [InlineData("a: x:y\nb: http://host:1/p\nc: 'it is # here: so'\n")]
    [InlineData("a: null\nb: no\nc: True\n")]
    public void TryRead_SimpleText_IsReadLikeTheParser(string yaml)
    {
        Assert.True(BlockYaml.TryRead(yaml, out var node));
        Assert.Equal(YamlReader.ReadAll(yaml)[0].Node.ToJsonString(), node!.ToJsonString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("{a: b}")]
    [InlineData("{\"a\": 1}")]
    [InlineData("---\na: b\n")]
    [InlineData("a: b\n---\nc: d\n")]
    [InlineData("a: 5")]
    [InlineData("a: .inf")]
    [InlineData("a: b c")]
    [InlineData("a: b # comment")]
    [InlineData("a: b\n  c")]
    [InlineData("a: b\n  c: d")]
    [InlineData("a:\n    b: c\n  d: e")]
    [InlineData("a: 'b\n  c'")]
    [InlineData("a: 'it''s'")]
    [InlineData("a: 'b' 'c'")]
    [InlineData("a: \"b\\n\"")]
    [InlineData("a: \"")]
    [InlineData("a: |\n  b")]
    [InlineData("a: &x b")]
    [InlineData("a: *x")]
    [InlineData("a: !!str b")]
    [InlineData("<<: b")]
    [InlineData("a: b\na: c")]
    [InlineData("a:b")]
    [InlineData("a: b: c")]
    [InlineData("a:\n\tb: c")]
    [InlineData("a: b\r\nc: d")]
    [InlineData("a: gr\u00fcn")]
    [InlineData("a: b\n- c")]
    [InlineData("- a\nb: c")]
    [InlineData("- a\n  b")]
    [InlineData("- - a")]
    [InlineData("-\n  a: b")]
    [InlineData("a: - b")]
    [InlineData("\uFEFFa: b")]
    [InlineData("'a': b")]
    [InlineData("on: b")]
    public void TryRead_AnythingElse_IsLeftToTheParser(string yaml) => Assert.False(BlockYaml.TryRead(yaml, out _));

    [Fact]
    public void TryRead_DeeplyNested_IsLeftToTheParser()
    {
        var yaml = string.Concat(Enumerable.Range(0, 100).Select(i => new string(' ', i) + "a:\n"));

        Assert.False(BlockYaml.TryRead(yaml, out _));
    }
}
