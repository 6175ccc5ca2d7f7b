using System.Text;
using System.Text.Json;
using Kube.Storage.Cache;

namespace Kube.Storage.Tests.Cache;

public class ObjectBytesTests
{
    [Theory]
    [InlineData("""{"metadata":{"name":"a"}}""", """{"metadata":{"resourceVersion":"7","name":"a"}}""")]
    [InlineData("""{"kind":"Pod","metadata":{"name":"a"},"spec":{}}""", """{"kind":"Pod","metadata":{"resourceVersion":"7","name":"a"},"spec":{}}""")]
    [InlineData("""{"spec":{"metadata":{"x":1}},"metadata":{"name":"a"}}""", """{"spec":{"metadata":{"x":1}},"metadata":{"resourceVersion":"7","name":"a"}}""")]
    [InlineData("""{"metadata":{}}""", """{"metadata":{"resourceVersion":"7"}}""")]
    [InlineData("""{"metadata":null,"a":1}""", """{"metadata":{"resourceVersion":"7"},"a":1}""")]
    [InlineData("""{"kind":"Pod"}""", """{"metadata":{"resourceVersion":"7"},"kind":"Pod"}""")]
    [InlineData("""{ }""", """{"metadata":{"resourceVersion":"7"} }""")]
    [InlineData("""{"metadata":{"name":"a","resourceVersion":"123"}}""", """{"metadata":{"name":"a","resourceVersion":"7"}}""")]
    [InlineData("""{"metadata": { "resourceVersion" : "1" , "labels":{"resourceVersion":"x"} }}""", """{"metadata": { "resourceVersion" : "7" , "labels":{"resourceVersion":"x"} }}""")]
    [InlineData("""{"metadata":{"labels":{"resourceVersion":"x"}}}""", """{"metadata":{"resourceVersion":"7","labels":{"resourceVersion":"x"}}}""")]
    public void WithRevision_AnyObject_SetsItsResourceVersion(string stored, string expected)
    {
        var utf8 = Encoding.UTF8.GetBytes(stored);
        Assert.Equal(expected, Encoding.UTF8.GetString(ObjectBytes.WithRevision(utf8, 7)));
        var entry = Read(utf8);
        Assert.Equal(expected, Encoding.UTF8.GetString(entry.Utf8.Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"metadata\":")]
    public void Read_NoObject_Throws(string stored) =>
        Assert.ThrowsAny<JsonException>(() => Read(Encoding.UTF8.GetBytes(stored)));

    [Fact]
    public void Read_Pod_FindsLabelsAndFields()
    {
        var entry = Read("""
            {"status":{"phase":"Running","podIPs":[{"ip":"x"}]},"spec":{"containers":[{"nodeName":"no"}],"nodeName":"n\u0031","hostNetwork":true},
             "metadata":{"name":"a","namespace":"ns","labels":{"app":"web","tier":"f\"x"},"annotations":{"app":"no"}}}
            """u8.ToArray());
        Assert.Equal(("ns", "a"), (entry.Namespace, entry.Name));
        Assert.Equal([new("app", "web"), new("tier", "f\"x")], entry.Labels);
        Assert.Equal("n1", entry.Field("spec.nodeName"));
        Assert.Equal("true", entry.Field("spec.hostNetwork"));
        Assert.Equal("Running", entry.Field("status.phase"));
        Assert.Equal("a", entry.Field("metadata.name"));
        Assert.Equal("ns", entry.Field("metadata.namespace"));
        Assert.Null(entry.Field("spec.unknown"));
    }

    [Fact]
    public void Read_AbsentFields_HaveTheirDeclaredValues()
    {
        var entry = Read("""{"metadata":{"name":"a"},"spec":{"nodeName":null}}"""u8.ToArray());
        Assert.Equal("", entry.Field("spec.nodeName"));
        Assert.Equal("false", entry.Field("spec.hostNetwork"));
        Assert.Empty(entry.Labels);
    }

    private static CacheEntry Read(byte[] stored) => new EntryReader(Samples.Pods, new StringPool()).Read("/registry/pods/ns/a", 7, stored);
}
