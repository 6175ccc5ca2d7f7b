using Kube.Api.Core.V1;
using Kube.Proxy.Machine;
using Kube.Proxy.Services;
using Microsoft.Extensions.Logging.Abstractions;
using Protocol = Kube.Proxy.Services.Protocol;

namespace Kube.Proxy.Tests.Services;

public sealed class PublishedPortsTests
{
    [Theory]
    [InlineData("8080:80", "Tcp", 80, "8080")]
    [InlineData("8080:80/tcp,8081:80, 53:53/udp", "Tcp", 80, "8080 8081")]
    [InlineData("8080:80/tcp,53:53/udp", "Udp", 53, "53")]
    [InlineData("8080:80", "Udp", 80, "")]
    [InlineData("8080:81", "Tcp", 80, "")]
    [InlineData("80,x:80,8080:80:80,0:80,70000:80,8082:80", "Tcp", 80, "8082")]
    public void Of_Annotation_GivesThePortsThatLeadToTheServicePort(string text, string protocol, int port, string expected) =>
        Assert.Equal(expected, string.Join(' ', PublishedPorts.Of(Annotated(text), Enum.Parse<Protocol>(protocol), port)));

    [Fact]
    public void Build_AnnotatedService_IsPublished()
    {
        var entry = Assert.Single(new ServiceTable().Build([Annotated("8080:80")], Array.Empty<Kube.Api.Discovery.V1.EndpointSlice>().ToLookup(ServiceTable.ServiceOf)));
        Assert.Equal([8080], entry.MachinePorts);
    }

    [Fact]
    public void Allow_PortOfAProcess_StaysThatOfTheProcess()
    {
        var taken = new HashSet<(Protocol, int)> { (Protocol.Tcp, 6443), (Protocol.Udp, 8080) };
        var entry = new ServiceEntry(new ServicePortName("ns", "web", "", Protocol.Tcp)) { ClusterAddress = System.Net.IPAddress.Loopback, Port = 80, Published = [6443, 8080] };
        var ports = new PublishedPorts(() => taken, NullLogger.Instance);
        Assert.Equal([8080], Assert.Single(ports.Allow([entry])).Published);
        taken.Clear();
        Assert.Equal([6443, 8080], Assert.Single(ports.Allow([entry])).Published);
    }

    [Fact]
    public void Parse_KernelTable_GivesPortsInTheState() => Assert.Equal([6443, 80], ListeningPorts.Parse(
        [
            "  sl  local_address rem_address   st tx_queue rx_queue",
            "   0: 0100007F:192B 00000000:0000 0A 00000000:00000000 00:00000000",
            "   1: 0100007F:0050 0100007F:1234 01 00000000:00000000 00:00000000",
            "   2: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 00000000:00000000",
        ],
        "0A"));

    private static Service Annotated(string text)
    {
        var service = Objects.Service("web");
        service.Metadata!.Annotations = new Dictionary<string, string> { [PublishedPorts.Annotation] = text };
        return service;
    }
}
