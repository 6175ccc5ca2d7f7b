using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Machinery.Quota;

namespace Kube.Integration.Tests.Controllers;

public class ResourceQuotaTests(ControllerCluster cluster) : IClassFixture<ControllerCluster>
{
    [Fact]
    public async Task Quota_FilledAndEmptied_LetsNewObjectsInAgain()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Map(ns, "before"));
        await QuotaAsync(ns, ("count/configmaps", "2"), ("pods", "1"), ("count/nothing.example.com", "1"));
        await cluster.UntilAsync<ResourceQuota>(ns, "q", q => q.Status?.Used?.Text() == "count/configmaps=1,pods=0");
        await cluster.Client.CreateAsync(Map(ns, "second"));
        var full = await Assert.ThrowsAsync<ApiException>(() => cluster.Client.CreateAsync(Map(ns, "third")));
        Assert.Contains("exceeded quota: q, requested: count/configmaps=1, used: count/configmaps=2, limited: count/configmaps=2", full.Message, StringComparison.Ordinal);

        await cluster.Client.DeleteAsync<ConfigMap>(ns, "before");
        await cluster.UntilAsync<ResourceQuota>(ns, "q", q => q.Status?.Used?.Text() == "count/configmaps=1,pods=0");
        await cluster.Client.CreateAsync(Map(ns, "third"));
    }

    [Fact]
    public async Task ReplicaSet_UnderAQuota_GetsWhatFits()
    {
        var ns = await cluster.NewNamespaceAsync();
        await QuotaAsync(ns, ("pods", "2"));
        await cluster.UntilAsync<ResourceQuota>(ns, "q", q => q.Status?.Used?.Text() == "pods=0");
        await cluster.Client.CreateAsync(Workloads.ReplicaSet(ns, 5));
        await cluster.UntilAsync<Kube.Api.Apps.V1.ReplicaSet>(ns, "web", r => r.Status is { Replicas: 2 } && r.Status.Conditions?.Exists(c => c is { Type: "ReplicaFailure", Status: "True" }) == true);
        Assert.Equal(2, (await cluster.Client.ListAsync<Pod>(ns)).Items!.Count);
        Assert.Equal("pods=2", (await cluster.Client.GetAsync<ResourceQuota>(ns, "q")).Status!.Used!.Text());
    }

    [Fact]
    public async Task Quota_ThatSaysTooMuch_IsHealed()
    {
        var ns = await cluster.NewNamespaceAsync();
        await QuotaAsync(ns, ("secrets", "5"));
        var quota = await cluster.UntilAsync<ResourceQuota>(ns, "q", q => q.Status?.Used?.Text() == "secrets=0");
        quota.Status!.Used = new() { ["secrets"] = Quantity.Parse("4") };
        quota.Metadata!.ResourceVersion = null;
        await cluster.Client.UpdateStatusAsync(quota);
        await cluster.UntilAsync<ResourceQuota>(ns, "q", q => q.Status?.Used?.Text() == "secrets=0");
    }

    private static ConfigMap Map(string ns, string name) => new() { Metadata = new ObjectMeta { Name = name, Namespace = ns } };

    private Task<ResourceQuota> QuotaAsync(string ns, params (string Name, string Amount)[] hard) => cluster.Client.CreateAsync(new ResourceQuota
    {
        Metadata = new ObjectMeta { Name = "q", Namespace = ns },
        Spec = new ResourceQuotaSpec { Hard = hard.ToDictionary(h => h.Name, h => Quantity.Parse(h.Amount)) },
    });
}
