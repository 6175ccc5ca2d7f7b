using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Storage.V1;

namespace Kube.Integration.Tests.Controllers;

/// <summary>Storage that is in use outlives its deletion until the last user is gone.</summary>
public class StorageProtectionTests(ControllerCluster cluster) : IClassFixture<ControllerCluster>
{
    [Fact]
    public async Task Claim_Deleted_GoesWithTheLastPodThatUsesIt()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Claim(ns, "data"));
        await cluster.Client.CreateAsync(new Pod
        {
            Metadata = new ObjectMeta { Name = "user", Namespace = ns },
            Spec = new PodSpec
            {
                NodeName = "node-a",
                Containers = [new Container { Name = "c", Image = "i:1" }],
                Volumes = [new Volume { Name = "v", PersistentVolumeClaim = new PersistentVolumeClaimVolumeSource { ClaimName = "data" } }],
            },
        });
        await cluster.Client.DeleteAsync<PersistentVolumeClaim>(ns, "data");

        // A claim that nobody uses, deleted later, is gone while the other still waits.
        await cluster.Client.CreateAsync(Claim(ns, "free"));
        await cluster.Client.DeleteAsync<PersistentVolumeClaim>(ns, "free");
        await cluster.UntilGoneAsync<PersistentVolumeClaim>(ns, "free");
        Assert.NotNull((await cluster.Client.GetAsync<PersistentVolumeClaim>(ns, "data")).Metadata!.DeletionTimestamp);

        await cluster.Client.DeleteAsync<Pod>(ns, "user", new DeleteOptions { GracePeriodSeconds = 0 });
        await cluster.UntilGoneAsync<PersistentVolumeClaim>(ns, "data");
    }

    [Fact]
    public async Task Volume_Deleted_GoesWhenItIsNotBound()
    {
        var volume = await cluster.Client.CreateAsync(new PersistentVolume
        {
            Metadata = new ObjectMeta { Name = "disk" },
            Spec = new PersistentVolumeSpec
            {
                Capacity = new() { ["storage"] = Quantity.Parse("1Gi") },
                AccessModes = [PersistentVolumeAccessMode.ReadWriteOnce],
                HostPath = new HostPathVolumeSource { Path = "/data" },
            },
        });
        volume.Status!.Phase = PersistentVolumePhase.Bound;
        await cluster.Client.UpdateStatusAsync(volume);
        await cluster.Client.DeleteAsync<PersistentVolume>(null, "disk");
        var held = await cluster.Client.GetAsync<PersistentVolume>(null, "disk");
        Assert.Equal([FinalizerName.VolumeProtection], held.Metadata!.Finalizers!);

        held.Status!.Phase = PersistentVolumePhase.Released;
        await cluster.Client.UpdateStatusAsync(held);
        await cluster.UntilGoneAsync<PersistentVolume>(null, "disk");
    }

    [Fact]
    public async Task AttributesClass_Deleted_GoesWithTheLastClaimThatNamesIt()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(new VolumeAttributesClass
        {
            Metadata = new ObjectMeta { Name = "gold" },
            DriverName = "disks.example.com",
            Parameters = new() { ["iops"] = "5000" },
        });
        var claim = Claim(ns, "data");
        claim.Spec!.VolumeAttributesClassName = "gold";
        await cluster.Client.CreateAsync(claim);
        await cluster.Client.DeleteAsync<VolumeAttributesClass>(null, "gold");
        Assert.Equal([FinalizerName.AttributesClassProtection], (await cluster.Client.GetAsync<VolumeAttributesClass>(null, "gold")).Metadata!.Finalizers!);

        await cluster.Client.DeleteAsync<PersistentVolumeClaim>(ns, "data");
        await cluster.UntilGoneAsync<VolumeAttributesClass>(null, "gold");
    }

    [Fact]
    public async Task Finalizer_TakenOffALiveClaim_ComesBack()
    {
        var ns = await cluster.NewNamespaceAsync();
        var claim = await cluster.Client.CreateAsync(Claim(ns, "data"));
        claim.Metadata!.Finalizers = null;
        await cluster.Client.UpdateAsync(claim);

        await cluster.UntilAsync<PersistentVolumeClaim>(ns, "data", c => c.Metadata!.Finalizers is [FinalizerName.ClaimProtection]);
    }

    private static PersistentVolumeClaim Claim(string ns, string name) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = ns },
        Spec = new PersistentVolumeClaimSpec
        {
            AccessModes = [PersistentVolumeAccessMode.ReadWriteOnce],
            Resources = new VolumeResourceRequirements { Requests = new() { ["storage"] = Quantity.Parse("1Gi") } },
        },
    };
}
