using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.ResourceQuotas;
using Kube.Machinery.Quota;

namespace Kube.Controllers.Tests.ResourceQuotas;

public class QuotaStatusTests
{
    [Fact]
    public void Used_OfANamespace_CountsWhatIsBoundedAndThereforeZero()
    {
        var quota = Quota("pods", "count/pods", "requests.cpu", "services.nodeports", "configmaps", "count/deployments.apps", "count/nothing.example.com");
        var use = new NamespaceUse([Pod("1"), Pod("500m"), Pod("1", PodPhase.Succeeded)], [], [], new Dictionary<string, int> { ["configmaps"] = 3, ["deployments.apps"] = 0 });

        Assert.Equal("configmaps=3,count/deployments.apps=0,count/pods=3,pods=2,requests.cpu=1500m,services.nodeports=0", QuotaStatus.Used(quota, use, Given.Now).Text());
    }

    [Fact]
    public void Used_UnderAScope_CountsItsPodsOnly()
    {
        var quota = Quota("pods", "configmaps");
        quota.Spec!.Scopes = [ResourceQuotaScope.BestEffort];
        var use = new NamespaceUse([Pod("1"), Pod(null)], [], [], new Dictionary<string, int> { ["configmaps"] = 3 });

        Assert.Equal("configmaps=0,pods=1", QuotaStatus.Used(quota, use, Given.Now).Text());
    }

    [Fact]
    public void CountedKinds_OfAQuota_AreThoseWithoutAMeasure() =>
        Assert.Equal(["configmaps", "jobs.batch"], QuotaStatus.CountedKinds(Quota("pods", "count/pods", "configmaps", "count/configmaps", "count/jobs.batch", "requests.cpu")));

    [Theory]
    [InlineData("5", "3", false, "5")]
    [InlineData("5", "3", true, "3")]
    [InlineData("5", "6", false, "6")]
    [InlineData(null, "3", false, "3")]
    public void Next_SinksOnlyWhenItMay(string? before, string counted, bool maySink, string expected)
    {
        var quota = Quota("pods");
        quota.Status = before is null ? null : new ResourceQuotaStatus { Used = new() { ["pods"] = Quantity.Parse(before), ["gone"] = Quantity.Parse("1") } };
        var next = QuotaStatus.Next(quota, new() { ["pods"] = Quantity.Parse(counted) }, maySink);

        Assert.Equal(("pods=10", $"pods={expected}"), (next.Hard!.Text(), next.Used!.Text()));
        Assert.False(QuotaStatus.IsSame(quota.Status, next));
        Assert.True(QuotaStatus.IsSame(next, QuotaStatus.Next(new ResourceQuota { Spec = quota.Spec, Status = next }, next.Used!, maySink)));
    }

    private static ResourceQuota Quota(params string[] names) => new()
    {
        Metadata = new ObjectMeta { Name = "q", Namespace = "default" },
        Spec = new ResourceQuotaSpec { Hard = names.ToDictionary(n => n, _ => Quantity.Parse("10")) },
    };

    private static Pod Pod(string? cpu, string phase = PodPhase.Running) => new()
    {
        Metadata = new ObjectMeta { Name = "p", Namespace = "default" },
        Spec = new PodSpec
        {
            Containers = [new Container { Name = "c", Resources = cpu is null ? null : new ResourceRequirements { Requests = new() { ["cpu"] = Quantity.Parse(cpu) } } }],
        },
        Status = new PodStatus { Phase = phase },
    };
}
