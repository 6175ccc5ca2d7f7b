using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Integration.Tests.Controllers;

public class NamespaceTests(ControllerCluster cluster) : IClassFixture<ControllerCluster>
{
    [Fact]
    public async Task Delete_WithContent_EverythingGoes()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Workloads.Deployment(ns, 3));
        await cluster.Client.CreateAsync(new ConfigMap { Metadata = new ObjectMeta { Name = "settings", Namespace = ns } });
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        await cluster.Client.DeleteAsync<Namespace>(null, ns);
        await cluster.UntilGoneAsync<Namespace>(null, ns);
        Assert.Empty((await cluster.Client.ListAsync<Pod>(ns)).Items!);
        Assert.Empty((await cluster.Client.ListAsync<ReplicaSet>(ns)).Items!);
        Assert.Empty((await cluster.Client.ListAsync<ConfigMap>(ns)).Items!);
        Assert.Empty((await cluster.Client.ListAsync<Event>(ns)).Items!);
    }

    [Fact]
    public async Task Delete_HeldContent_SaysWhatRemains()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(new ConfigMap { Metadata = new ObjectMeta { Name = "held", Namespace = ns, Finalizers = ["example.com/hold"] } });
        await cluster.Client.DeleteAsync<Namespace>(null, ns);
        var going = await cluster.UntilAsync<Namespace>(null, ns, n => n.Status?.Conditions?.Exists(c => c is { Type: "NamespaceFinalizersRemaining", Status: "True" }) == true);
        Assert.Equal("Terminating", going.Status!.Phase);
        Assert.Contains("configmaps. has 1 resource instances", going.Status.Conditions!.Single(c => c.Type == "NamespaceContentRemaining").Message, StringComparison.Ordinal);
        var held = await cluster.Client.GetAsync<ConfigMap>(ns, "held");
        held.Metadata!.Finalizers = null;
        await cluster.Client.UpdateAsync(held);
        await cluster.UntilGoneAsync<Namespace>(null, ns);
    }

    [Fact]
    public async Task DefaultServiceAccount_Deleted_ComesBack()
    {
        var ns = await cluster.NewNamespaceAsync();
        var before = await cluster.Client.GetAsync<ServiceAccount>(ns, "default");
        await cluster.Client.DeleteAsync<ServiceAccount>(ns, "default");
        await cluster.UntilAsync<ServiceAccount>(ns, "default", account => account.Metadata!.Uid != before.Metadata!.Uid);
    }
}
