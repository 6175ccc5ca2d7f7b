using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.LegacyEndpoints;
using Kube.Testing;

namespace Kube.Controllers.Tests.LegacyEndpoints;

public class EndpointsRulesTests
{
    [Fact]
    public void Of_ReadyAndNotReadyPods_OneSubsetWithBoth()
    {
        var endpoints = EndpointsRules.Of(Service(), [Pod("a", "10.0.0.2").Ready(), Pod("b", "10.0.0.1").Ready(), Pod("c", "10.0.0.3").Ready(status: "False")]);
        var subset = Assert.Single(endpoints.Subsets!);
        Assert.Equal(["10.0.0.1", "10.0.0.2"], subset.Addresses!.Select(address => address.Ip));
        Assert.Equal("10.0.0.3", Assert.Single(subset.NotReadyAddresses!).Ip);
        Assert.Equal((null, 8080, "TCP"), (subset.Ports![0].Name, subset.Ports[0].Port, subset.Ports[0].Protocol));
    }

    [Fact]
    public void Of_TerminatingPod_IsLeftOut() =>
        Assert.Null(EndpointsRules.Of(Service(), [new PodBuilder("a").Label("app", "web").Terminating().Build().Ready().At("10.0.0.1")]).Subsets);

    [Fact]
    public void Of_TooManyPods_SaysSo()
    {
        var pods = Enumerable.Range(0, 1001).Select(i => Pod($"p{i}", $"10.0.{i / 250}.{i % 250}").Ready());
        var endpoints = EndpointsRules.Of(Service(), pods);
        Assert.Equal(1000, endpoints.Subsets![0].Addresses!.Count);
        Assert.Equal("truncated", endpoints.Metadata!.Annotations![EndpointsRules.OverCapacity]);
    }

    [Fact]
    public void IsUpToDate_SamePods_True()
    {
        var pods = new[] { Pod("a", "10.0.0.2").Ready() };
        Assert.True(EndpointsRules.IsUpToDate(EndpointsRules.Of(Service(), pods), EndpointsRules.Of(Service(), pods)));
        Assert.False(EndpointsRules.IsUpToDate(EndpointsRules.Of(Service(), pods), EndpointsRules.Of(Service(), [])));
    }

    private static Pod Pod(string name, string ip) => new PodBuilder(name).Label("app", "web").On("n1").Build().At(ip);

    private static Service Service() => new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
        Spec = new ServiceSpec { Selector = new() { ["app"] = "web" }, Ports = [new ServicePort { Port = 80, TargetPort = 8080 }] },
    };
}
