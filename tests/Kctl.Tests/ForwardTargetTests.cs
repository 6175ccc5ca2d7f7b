using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.Streams;

namespace Kctl.Tests;

/// <summary>Which ports are meant by the words of port-forward.</summary>
public sealed class ForwardTargetTests
{
    private static readonly JsonObject s_pod = Parse("""{"kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"ports":[{"name":"web","containerPort":8080}]}]}}""");
    private static readonly JsonObject s_service = Parse("""
        {"kind":"Service","metadata":{"name":"s"},"spec":{"clusterIP":"10.0.0.1","ports":[{"name":"http","port":80,"targetPort":"web"},{"name":"raw","port":81,"targetPort":9000},{"port":82}]}}
        """);

    [Theory]
    [InlineData("4000:80", "Pod", 4000, 80)]
    [InlineData(":80", "Pod", 0, 80)]
    [InlineData("5000", "Pod", 5000, 5000)]
    [InlineData("4000:web", "Pod", 4000, 8080)]
    [InlineData("web", "Pod", 8080, 8080)]
    [InlineData("4000:80", "Service", 4000, 8080)]
    [InlineData("81", "Service", 81, 9000)]
    [InlineData(":82", "Service", 0, 82)]
    [InlineData("1:raw", "Service", 1, 9000)]
    public void Translate_Ports_AreThoseOfThePod(string text, string kind, int local, int remote) =>
        Assert.Equal(new ForwardedPort(local, remote), ForwardTarget.Translate(kind == "Pod" ? s_pod : s_service, s_pod, PortMapping.Parse(text)));

    [Theory]
    [InlineData("83", "Service s does not have a service port 83; it has: 80, 81, 82")]
    [InlineData("1:none", "Service s does not have a named port 'none'; it has: 80, 81, 82")]
    public void Translate_NoSuchPort_SaysSo(string text, string message) =>
        Assert.Equal(message, Assert.Throws<CommandException>(() => ForwardTarget.Translate(s_service, s_pod, PortMapping.Parse(text))).Message);

    [Theory]
    [InlineData("a:80")]
    [InlineData("1:2:3")]
    [InlineData("99999:80")]
    [InlineData("80:")]
    public void Parse_NoPorts_IsRefused(string text) => Assert.Throws<CommandException>(() => PortMapping.Parse(text));

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}
