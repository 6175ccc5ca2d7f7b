using System.Net;
using Kube.Api.Core.V1;
using Kube.Proxy.Dns;
using Kube.Proxy.Services;

namespace Kube.Proxy.Tests.Dns;

public sealed class ClusterZoneTests
{
    private readonly ClusterZone _zone = new(
        World(),
        new ClusterZoneOptions("cluster.local", [IPNetwork.Parse("10.244.0.0/16"), IPNetwork.Parse("10.96.0.0/12")]),
        new Random(1));

    [Theory]
    [InlineData("web.ns.svc.cluster.local", "A", "10.96.0.5")]
    [InlineData("WEB.ns.SVC.cluster.local", "A", "10.96.0.5")]
    [InlineData("headless.ns.svc.cluster.local", "A", "10.244.0.3 10.244.0.4")]
    [InlineData("db-0.headless.ns.svc.cluster.local", "A", "10.244.0.3")]
    [InlineData("10-244-0-4.headless.ns.svc.cluster.local", "A", "10.244.0.4")]
    [InlineData("early.ns.svc.cluster.local", "A", "10.244.0.7")]
    [InlineData("1-2-3-4.ns.pod.cluster.local", "A", "1.2.3.4")]
    [InlineData("_http._tcp.web.ns.svc.cluster.local", "Srv", "80 web.ns.svc.cluster.local.")]
    [InlineData("_http._tcp.headless.ns.svc.cluster.local", "Srv", "8080 10-244-0-4.headless.ns.svc.cluster.local. 8080 db-0.headless.ns.svc.cluster.local.")]
    [InlineData("5.0.96.10.in-addr.arpa", "Ptr", "web.ns.svc.cluster.local.")]
    [InlineData("3.0.244.10.in-addr.arpa", "Ptr", "db-0.headless.ns.svc.cluster.local.")]
    [InlineData("alias.ns.svc.cluster.local", "Cname", "example.org.")]
    [InlineData("inner.ns.svc.cluster.local", "A", "10.96.0.5 web.ns.svc.cluster.local.")]
    [InlineData("dns-version.cluster.local", "Txt", "1.1.0")]
    public void Answer_KnownName_HasItsRecords(string name, string type, string expected)
    {
        var answer = _zone.Answer(DnsName.Parse(name), Enum.Parse<DnsType>(type))!;
        Assert.Equal(DnsCode.NoError, answer.Code);
        Assert.True(answer.Authoritative);
        Assert.Equal(expected, string.Join(' ', answer.Answers.Select(Text).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("web.ns.svc.cluster.local", "Aaaa")]
    [InlineData("web.ns.svc.cluster.local", "Txt")]
    [InlineData("empty.ns.svc.cluster.local", "A")]
    [InlineData("_http._tcp.web.ns.svc.cluster.local", "A")]
    [InlineData("ns.svc.cluster.local", "A")]
    [InlineData("cluster.local", "A")]
    public void Answer_NoRecordOfThatType_IsEmptyWithTheZone(string name, string type)
    {
        var answer = _zone.Answer(DnsName.Parse(name), Enum.Parse<DnsType>(type))!;
        Assert.Equal(DnsCode.NoError, answer.Code);
        Assert.Empty(answer.Answers);
        Assert.Equal(DnsType.Soa, Assert.Single(answer.Authority).Type);
    }

    [Theory]
    [InlineData("nobody.ns.svc.cluster.local")]
    [InlineData("web.other.svc.cluster.local")]
    [InlineData("x.web.ns.svc.cluster.local")]
    [InlineData("_https._tcp.web.ns.svc.cluster.local")]
    [InlineData("1-2-3.ns.pod.cluster.local")]
    [InlineData("web.ns.svc.cluster.local.cluster.local")]
    [InlineData("9.9.244.10.in-addr.arpa")]
    public void Answer_UnknownName_DoesNotExist(string name)
    {
        var answer = _zone.Answer(DnsName.Parse(name), DnsType.A)!;
        Assert.Equal(DnsCode.NameError, answer.Code);
        Assert.Equal(DnsType.Soa, Assert.Single(answer.Authority).Type);
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("notcluster.local")]
    [InlineData("1.2.0.192.in-addr.arpa")]
    public void Answer_OtherZone_IsNotOurs(string name) => Assert.Null(_zone.Answer(DnsName.Parse(name), DnsType.A));

    [Fact]
    public void Answer_ExternalName_IsToBeFollowed()
    {
        var answer = _zone.Answer(DnsName.Parse("alias.ns.svc.cluster.local"), DnsType.A)!;
        Assert.Equal(DnsName.Parse("example.org"), answer.Follow);
    }

    internal static ServiceCaches World() => Objects.Caches(
        [
            Objects.Service("web"),
            Objects.Service("headless", "None"),
            Objects.Service("empty", "None"),
            Objects.Service("early", "None", with: spec => spec.PublishNotReadyAddresses = true),
            Objects.Service("alias", null, with: spec => (spec.Type, spec.ExternalName) = (ServiceType.ExternalName, "example.org")),
            Objects.Service("inner", null, with: spec => (spec.Type, spec.ExternalName) = (ServiceType.ExternalName, "web.ns.svc.cluster.local")),
        ],
        Objects.Slice("headless", Objects.Ready("10.244.0.3", hostname: "db-0"), Objects.Ready("10.244.0.4"), Objects.NotReady("10.244.0.5")),
        Objects.Slice("early", Objects.NotReady("10.244.0.7")));

    private static string Text(DnsRecord record) => record switch
    {
        AddressRecord address => address.Address.ToString(),
        NameRecord alias => alias.Target.ToString(),
        ServiceRecord service => $"{service.Port} {service.Target}",
        TextRecord text => text.Text,
        _ => record.Type.ToString(),
    };
}
