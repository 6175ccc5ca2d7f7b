using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Integration.Tests.Controllers;

public class GarbageCollectionTests(ControllerCluster cluster) : IClassFixture<ControllerCluster>
{
    [Theory]
    [InlineData("Background")]
    [InlineData("Foreground")]
    public async Task Delete_Deployment_TakesSetsAndPodsAlong(string propagation)
    {
        var ns = await DeployAsync();
        await cluster.Client.DeleteAsync<Deployment>(ns, "web", new DeleteOptions { PropagationPolicy = propagation });
        await cluster.UntilGoneAsync<Deployment>(ns, "web");
        await cluster.UntilAsync<ReplicaSet>(ns, sets => sets.Count == 0);
        await cluster.UntilAsync<Pod>(ns, pods => pods.Count == 0);
    }

    [Fact]
    public async Task Delete_Foreground_OwnerGoesLast()
    {
        var ns = await cluster.NewNamespaceAsync();
        var owner = await cluster.Client.CreateAsync(Map(ns, "owner"));
        var held = Map(ns, "held", OwnedBy(owner, blocks: true));
        held.Metadata!.Finalizers = ["example.com/hold"];
        await cluster.Client.CreateAsync(held);
        await cluster.Client.DeleteAsync<ConfigMap>(ns, "owner", new DeleteOptions { PropagationPolicy = "Foreground" });
        await cluster.UntilAsync<ConfigMap>(ns, "held", map => map.Metadata!.DeletionTimestamp is not null);
        Assert.Equal(["foregroundDeletion"], (await cluster.Client.GetAsync<ConfigMap>(ns, "owner")).Metadata!.Finalizers!);
        var released = await cluster.Client.GetAsync<ConfigMap>(ns, "held");
        released.Metadata!.Finalizers = null;
        await cluster.Client.UpdateAsync(released);
        await cluster.UntilGoneAsync<ConfigMap>(ns, "owner");
    }

    [Fact]
    public async Task Delete_Orphan_KeepsTheDependents()
    {
        var ns = await DeployAsync();
        await cluster.Client.DeleteAsync<Deployment>(ns, "web", new DeleteOptions { PropagationPolicy = "Orphan" });
        await cluster.UntilGoneAsync<Deployment>(ns, "web");
        var set = Assert.Single((await cluster.Client.ListAsync<ReplicaSet>(ns)).Items!);
        Assert.True(set.Metadata!.OwnerReferences is null or { Count: 0 });
        Assert.Equal(2, (await cluster.Client.ListAsync<Pod>(ns)).Items!.Count);

        await cluster.Client.CreateAsync(Workloads.Deployment(ns, 2));
        var adopted = await cluster.UntilAsync<ReplicaSet>(ns, sets => sets is [{ Metadata.OwnerReferences.Count: 1 }]);
        Assert.Equal(set.Metadata.Uid, adopted[0].Metadata!.Uid);
    }

    [Fact]
    public async Task Create_OwnerNeverExisted_IsDeleted()
    {
        var ns = await cluster.NewNamespaceAsync();
        var ghost = new ConfigMap { Metadata = new ObjectMeta { Name = "ghost", Uid = Guid.NewGuid().ToString() } };
        await cluster.Client.CreateAsync(Map(ns, "child", OwnedBy(ghost)));
        await cluster.UntilGoneAsync<ConfigMap>(ns, "child");
    }

    [Fact]
    public async Task Delete_OneOfTwoOwners_DependentStays()
    {
        var ns = await cluster.NewNamespaceAsync();
        var a = await cluster.Client.CreateAsync(Map(ns, "a"));
        var b = await cluster.Client.CreateAsync(Map(ns, "b"));
        await cluster.Client.CreateAsync(Map(ns, "child", OwnedBy(a), OwnedBy(b)));
        await cluster.Client.DeleteAsync<ConfigMap>(ns, "a");
        var child = await cluster.UntilAsync<ConfigMap>(ns, "child", map => map.Metadata!.OwnerReferences!.Count == 1);
        Assert.Equal("b", child.Metadata!.OwnerReferences![0].Name);
        await cluster.Client.DeleteAsync<ConfigMap>(ns, "b");
        await cluster.UntilGoneAsync<ConfigMap>(ns, "child");
    }

    [Fact]
    public async Task Delete_ForegroundCircle_Ends()
    {
        var ns = await cluster.NewNamespaceAsync();
        var a = await cluster.Client.CreateAsync(Map(ns, "a"));
        var b = await cluster.Client.CreateAsync(Map(ns, "b", OwnedBy(a, blocks: true)));
        await cluster.Client.PatchAsync<ConfigMap>(ns, "a", Patch.Merge(new ConfigMap { Metadata = new ObjectMeta { OwnerReferences = [OwnedBy(b, blocks: true)] } }));
        await cluster.Client.DeleteAsync<ConfigMap>(ns, "a", new DeleteOptions { PropagationPolicy = "Foreground" });
        await cluster.UntilAsync<ConfigMap>(ns, maps => !maps.Any(map => map.Metadata!.Name is "a" or "b"));
    }

    private static OwnerReference OwnedBy(ConfigMap owner, bool blocks = false) =>
        new() { ApiVersion = "v1", Kind = "ConfigMap", Name = owner.Metadata!.Name, Uid = owner.Metadata.Uid, BlockOwnerDeletion = blocks };

    private static ConfigMap Map(string ns, string name, params OwnerReference[] owners) =>
        new() { Metadata = new ObjectMeta { Name = name, Namespace = ns, OwnerReferences = owners.Length == 0 ? null : [.. owners] } };

    private async Task<string> DeployAsync()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Workloads.Deployment(ns, 2));
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        return ns;
    }
}
