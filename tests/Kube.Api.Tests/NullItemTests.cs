using System.Text;
using Kube.Api.Core.V1;

namespace Kube.Api.Tests;

/// <summary>A null where an item should be is an empty item.</summary>
public class NullItemTests
{
    [Theory]
    [InlineData("""{"spec":{"containers":[null]}}""", """{"spec":{"containers":[{}]}}""")]
    [InlineData("""{"spec":{"containers":[{"command":[null,"a"]}]}}""", """{"spec":{"containers":[{"command":["","a"]}]}}""")]
    [InlineData("""{"metadata":{"labels":{"a":null},"ownerReferences":[null]}}""", """{"metadata":{"labels":{"a":""},"ownerReferences":[{}]}}""")]
    [InlineData("""{"spec":null}""", "{}")]
    public void Pod_WithNullItems_ReadsThemAsEmpty(string json, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(ApiJson.Serialize(ApiJson.Deserialize<Pod>(Encoding.UTF8.GetBytes(json)))));

    [Fact]
    public void Secret_WithNullBytes_ReadsThemAsNone() => Assert.Empty(ApiJson.Deserialize<Secret>("""{"data":{"a":null}}"""u8).Data!["a"]);
}
