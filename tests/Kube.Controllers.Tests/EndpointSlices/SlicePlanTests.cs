using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.EndpointSlices;
using Kube.Testing;

namespace Kube.Controllers.Tests.EndpointSlices;

public class SlicePlanTests
{
    [Fact]
    public void Make_FirstPods_OneSliceWithLabelsAndOwner()
    {
        var slice = Assert.Single(Plan(Service(), Pods(2), []).Create);
        Assert.Equal("web-", slice.Metadata!.GenerateName);
        Assert.Equal("IPv4", slice.AddressType);
        Assert.Equal("web", slice.Metadata.Labels!["kubernetes.io/service-name"]);
        Assert.Equal("endpointslice-controller.k8s.io", slice.Metadata.Labels["endpointslice.kubernetes.io/managed-by"]);
        Assert.Equal(("Service", "web", true), (slice.Metadata.OwnerReferences![0].Kind, slice.Metadata.OwnerReferences[0].Name, slice.Metadata.OwnerReferences[0].Controller));
        Assert.Equal(("", "TCP", 8080), (slice.Ports![0].Name, slice.Ports[0].Protocol, slice.Ports[0].Port));
        Assert.Equal(["10.0.0.0", "10.0.0.1"], slice.Endpoints!.Select(endpoint => endpoint.Addresses![0]));
    }

    [Fact]
    public void Make_NothingChanged_NoWrites()
    {
        var slices = Store(Plan(Service(), Pods(5), []).Create);
        Assert.Equal((0, 0, 0), Counts(Plan(Service(), Pods(5), slices)));
    }

    [Fact]
    public void Make_PodNoLongerReady_UpdatesItsSliceOnly()
    {
        var slices = Store(Plan(Service(), Pods(5), [], max: 2).Create);
        var pods = Pods(5);
        pods[3].Ready(status: "False");
        var plan = Plan(Service(), pods, slices, max: 2);
        Assert.Equal((0, 1, 0), Counts(plan));
        Assert.Equal((false, false, false), Conditions(plan.Update[0].Endpoints!.Single(endpoint => endpoint.TargetRef!.Name == "p3")));
    }

    [Theory]
    [InlineData(0, 1, 1)] // a Service without endpoints has one empty slice
    [InlineData(100, 1, 100)]
    [InlineData(101, 2, 100)]
    [InlineData(250, 3, 100)]
    public void Make_ManyPods_NoSliceBeyondTheLimit(int pods, int slices, int largest)
    {
        var created = Plan(Service(), Pods(pods), []).Create;
        Assert.Equal(slices, created.Count);
        Assert.True(created.Max(slice => slice.Endpoints!.Count) <= largest);
        Assert.Equal(pods, created.Sum(slice => slice.Endpoints!.Count));
    }

    [Fact]
    public void Make_NewPod_GoesWhereThereIsRoom()
    {
        var slices = Store(Plan(Service(), Pods(3), [], max: 2).Create);
        var plan = Plan(Service(), Pods(4), slices, max: 2);
        Assert.Equal((0, 1, 0), Counts(plan));
        Assert.Equal(2, plan.Update[0].Endpoints!.Count);
    }

    [Fact]
    public void Make_LastPodGone_TheSliceBecomesThePlaceholder()
    {
        var slices = Store(Plan(Service(), Pods(1), []).Create);
        var plan = Plan(Service(), [], slices);
        Assert.Equal((0, 1, 0), Counts(plan));
        Assert.Empty(plan.Update[0].Endpoints!);
        Assert.Equal((0, 0, 0), Counts(Plan(Service(), [], Store(plan.Update))));
    }

    [Fact]
    public void Make_SlicesOfOthers_AreLeftAlone()
    {
        var foreign = new EndpointSlice
        {
            Metadata = new ObjectMeta { Name = "x", Labels = new() { ["kubernetes.io/service-name"] = "web", ["endpointslice.kubernetes.io/managed-by"] = "me" } },
            AddressType = "IPv4",
        };
        Assert.Equal((1, 0, 0), Counts(Plan(Service(), Pods(1), [foreign])));
    }

    [Fact]
    public void Make_PortNumberChanged_ReusesTheSlice()
    {
        var slices = Store(Plan(Service(), Pods(1), []).Create);
        var service = Service();
        service.Spec!.Ports![0].TargetPort = 9090;
        var plan = Plan(service, Pods(1), slices);
        Assert.Equal((0, 1, 0), Counts(plan));
        Assert.Equal((9090, slices[0].Metadata!.Name), (plan.Update[0].Ports![0].Port, plan.Update[0].Metadata!.Name));
    }

    [Fact]
    public void Of_NamedTargetPort_GroupsPodsByWhatTheyCallSo()
    {
        var service = Service();
        service.Spec!.Ports![0].TargetPort = "http";
        var pods = Pods(3);
        pods[0].Spec!.Containers![0].Ports = [new ContainerPort { Name = "http", Port = 80 }];
        pods[1].Spec!.Containers![0].Ports = [new ContainerPort { Name = "http", Port = 8080 }];
        var groups = PortGroup.Of(service, pods, _ => null);
        Assert.Equal([80, 8080], groups.Select(group => group.Ports[0].Port).Order());
        Assert.All(groups, group => Assert.Single(group.Endpoints));
    }

    [Theory]
    [InlineData(true, false, false, true, true, false)]
    [InlineData(false, false, false, false, false, false)]
    [InlineData(true, true, false, false, true, true)] // going, but still serving
    [InlineData(false, false, true, true, false, false)] // published although not ready
    public void Of_PodState_BecomesConditions(bool podReady, bool terminating, bool publishNotReady, bool ready, bool serving, bool isTerminating)
    {
        var service = Service();
        service.Spec!.PublishNotReadyAddresses = publishNotReady;
        var pod = Pods(1)[0].Ready(status: podReady ? "True" : "False");
        pod.Metadata!.DeletionTimestamp = terminating ? Given.Now : null;
        Assert.Equal((ready, serving, isTerminating), Conditions(Assert.Single(Assert.Single(PortGroup.Of(service, [pod], _ => null)).Endpoints)));
    }

    [Fact]
    public void Of_PodWithoutAddressOrFinished_IsLeftOut()
    {
        var pods = Pods(2);
        pods[0].Status!.PodIPs = null;
        pods[0].Status!.PodIP = null;
        pods[1].Status!.Phase = PodPhase.Succeeded;
        Assert.Empty(PortGroup.Of(Service(), pods, _ => null));
    }

    [Fact]
    public void Of_Pod_CarriesNodeZoneHostnameAndReference()
    {
        var pod = Pods(1)[0];
        (pod.Spec!.Hostname, pod.Spec.Subdomain) = ("db-0", "web");
        var endpoint = Assert.Single(Assert.Single(PortGroup.Of(Service(), [pod], node => $"zone-of-{node}")).Endpoints);
        Assert.Equal(("n1", "zone-of-n1", "db-0", "Pod", "p0"), (endpoint.NodeName, endpoint.Zone, endpoint.Hostname, endpoint.TargetRef!.Kind, endpoint.TargetRef.Name));
    }

    private static SlicePlan Plan(Service service, IEnumerable<Pod> pods, IEnumerable<EndpointSlice> slices, int max = SlicePlan.DefaultMaxEndpoints) =>
        SlicePlan.Make(service, PortGroup.Of(service, pods, _ => null), slices, max);

    private static (int, int, int) Counts(SlicePlan plan) => (plan.Create.Count, plan.Update.Count, plan.Delete.Count);

    private static (bool?, bool?, bool?) Conditions(Endpoint endpoint) => (endpoint.Conditions!.Ready, endpoint.Conditions.Serving, endpoint.Conditions.Terminating);

    /// <summary>The slices as the server would have stored them.</summary>
    private static List<EndpointSlice> Store(List<EndpointSlice> slices) => [.. slices.Select((slice, i) =>
    {
        var stored = slice.Clone();
        stored.Metadata!.Name ??= $"web-{i}";
        return stored;
    })];

    private static Service Service() => new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "default", Uid = "uid-svc" },
        Spec = new ServiceSpec { Selector = new() { ["app"] = "web" }, Ports = [new ServicePort { Port = 80, TargetPort = 8080, Protocol = "TCP" }] },
    };

    private static List<Pod> Pods(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new PodBuilder($"p{i}").Label("app", "web").On("n1").Build().Ready().At($"10.0.{i / 250}.{i % 250}"))];
}
