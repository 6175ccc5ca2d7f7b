using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Local;

namespace Kctl.Tests;

/// <summary>Where <c>kctl open</c> and <c>kctl ip</c> look.</summary>
public sealed class ServiceAddressTests
{
    private static readonly JsonObject s_service = Parse("""
        {"metadata":{"name":"web","annotations":{"kube.local/publish":"8080:80/tcp,53:80/udp,9090:81/tcp"}},
         "spec":{"ports":[{"port":53,"protocol":"UDP"},{"name":"http","port":80,"nodePort":30080},{"name":"https","port":444,"nodePort":30444},{"port":443}]}}
        """);

    [Theory]
    [InlineData(null, 80)]
    [InlineData("https", 444)]
    [InlineData("443", 443)]
    [InlineData("30444", 444)]
    public void PortOf_Wanted_IsByNumberOrName(string? wanted, int expected) => Assert.Equal(expected, ServiceAddress.PortOf(s_service, wanted).Number("port"));

    [Fact]
    public void PortOf_None_ListsThoseThereAre() =>
        Assert.Equal("service web has no TCP port 53; it has: 80 (http), 444 (https), 443", Assert.Throws<CommandException>(() => ServiceAddress.PortOf(s_service, "53")).Message);

    [Theory]
    [InlineData("80", "n1:30080 n2:30080 n1:8080 n2:8080")]
    [InlineData("444", "n1:30444 n2:30444")]
    [InlineData("443", "")]
    public void Candidates_OfPort_AreNodePortsThenPublishedOnes(string port, string expected) =>
        Assert.Equal(expected, string.Join(' ', ServiceAddress.Candidates(s_service, ServiceAddress.PortOf(s_service, port), ["n1", "n2"]).Select(c => $"{c.Host}:{c.Port}")));

    [Fact]
    public void Candidates_LoadBalancer_ComesFirst()
    {
        var service = Parse("""{"spec":{"ports":[{"port":80,"nodePort":30080}],"externalIPs":["2.2.2.2"]},"status":{"loadBalancer":{"ingress":[{"ip":"1.1.1.1"}]}}}""");
        Assert.Equal([("1.1.1.1", 80), ("2.2.2.2", 80), ("n", 30080)], ServiceAddress.Candidates(service, ServiceAddress.PortOf(service, null), ["n"]));
    }

    [Theory]
    [InlineData("http", "10.0.0.1", 30080, "http://10.0.0.1:30080")]
    [InlineData("https", "10.0.0.1", 30444, "https://10.0.0.1:30444")]
    [InlineData("443", "10.0.0.1", 443, "https://10.0.0.1")]
    [InlineData("80", "fd00::1", 8080, "http://[fd00::1]:8080")]
    public void Url_OfPort_HasItsScheme(string port, string host, int number, string expected) => Assert.Equal(expected, ServiceAddress.Url(ServiceAddress.PortOf(s_service, port), host, number));

    [Theory]
    [InlineData("127.0.0.1:4000 -> 80", 4000)]
    [InlineData("[::1]:4001 -> 80", 4001)]
    public void LocalPort_Description_IsTheFirstNumber(string text, int expected) => Assert.Equal(expected, OpenVerb.LocalPort(text));

    [Fact]
    public void Ready_Nodes_AreThoseThatSaySo() => Assert.Equal(["10.0.0.2"], NodeAddresses.Ready([Node("10.0.0.1", "False"), Node("10.0.0.2", "True"), Node("10.0.0.2", "True")]));

    private static JsonObject Node(string address, string ready) => Parse(
        $$"""{"status":{"addresses":[{"type":"Hostname","address":"n"},{"type":"InternalIP","address":"{{address}}"}],"conditions":[{"type":"Ready","status":"{{ready}}"}]} }""");

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}
