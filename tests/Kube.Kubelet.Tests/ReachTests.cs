using System.Net;
using System.Net.Sockets;
using Kube.Api.Diagnosis;
using Kube.Kubelet.Server;

namespace Kube.Kubelet.Tests;

public class ReachTests
{
    private static readonly ReachEndpoints s_reach = new("n", new ReachSettings([IPNetwork.Parse("10.244.0.0/16"), IPNetwork.Parse("10.96.0.0/16")], 1), TimeProvider.System);

    [Fact]
    public async Task Connect_SomebodyListens_SaysSo()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var report = await s_reach.ConnectAsync((IPEndPoint)listener.LocalEndpoint, TestContext.Current.CancellationToken);
        Assert.Equal(("n", true, (string?)null), (report.Node, report.Connected, report.Error));
    }

    [Fact]
    public async Task Connect_NobodyListens_IsRefused()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var report = await s_reach.ConnectAsync((IPEndPoint)taken.LocalEndPoint!, TestContext.Current.CancellationToken);
        Assert.Equal((false, ConnectionError.Refused), (report.Connected, report.Error));
    }

    [Theory]
    [InlineData("10.244.3.4", true)]
    [InlineData("10.96.0.1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("192.168.1.1", false)]
    public void IsOfCluster_Address_OnlyPodsAndServices(string address, bool expected) => Assert.Equal(expected, s_reach.IsOfCluster(IPAddress.Parse(address)));
}
