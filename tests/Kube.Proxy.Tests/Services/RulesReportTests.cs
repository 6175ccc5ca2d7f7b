using System.Net;
using Kube.Proxy.Services;

namespace Kube.Proxy.Tests.Services;

public class RulesReportTests
{
    private static readonly ServiceEntry[] s_entries =
    [
        new(new ServicePortName("shop", "web", "http", Protocol.Tcp))
        {
            ClusterAddress = IPAddress.Parse("10.96.0.7"),
            Port = 80,
            NodePort = 30080,
            Backends = [new IPEndPoint(IPAddress.Parse("10.244.0.5"), 8080)],
        },
        new(new ServicePortName("shop", "other", "", Protocol.Udp)) { ClusterAddress = IPAddress.Parse("10.96.0.8"), Port = 53 },
    ];

    [Fact]
    public void Of_KnownService_TellsItsPortsOnly()
    {
        var report = RulesReport.Of(s_entries, "shop/web")!;
        Assert.True(report.Programmed);
        var port = Assert.Single(report.Ports!);
        Assert.Equal(("http", "TCP", "10.96.0.7:80", 30080), (port.Name, port.Protocol, port.Address, port.NodePort));
        Assert.Equal(["10.244.0.5:8080"], port.Endpoints);
    }

    [Fact]
    public void Of_KernelRefusedTheLastChange_SaysSo()
    {
        var report = RulesReport.Of(null, "shop/web")!;
        Assert.False(report.Programmed);
        Assert.Empty(report.Ports!);
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("")]
    [InlineData("shop/web/more")]
    public void Of_NoServiceName_IsNoPage(string path) => Assert.Null(RulesReport.Of(s_entries, path));
}
