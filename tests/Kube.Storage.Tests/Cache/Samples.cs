using System.Text;
using Kube.Storage.Cache;

namespace Kube.Storage.Tests.Cache;

/// <summary>Small pods and the resources they belong to.</summary>
internal static class Samples
{
    public static CacheResource Pods { get; } = new(
        "pods", "/registry/pods/", [new("spec.nodeName", Indexed: true), new("spec.hostNetwork", "false"), new("status.phase")]);

    public static CacheResource Nodes { get; } = new("nodes", "/registry/nodes/", []);

    public static string PodKey(string ns, string name) => $"/registry/pods/{ns}/{name}";

    public static byte[] Pod(string ns, string name, string node = "", string phase = "Pending", string app = "web") => Encoding.UTF8.GetBytes(
        $$$"""{"kind":"Pod","metadata":{"name":"{{{name}}}","namespace":"{{{ns}}}","labels":{"app":"{{{app}}}"}},"spec":{"nodeName":"{{{node}}}"},"status":{"phase":"{{{phase}}}"}}""");

    public static async Task<long> CreatePodAsync(this IStore store, string ns, string name, string node = "", string app = "web") =>
        (await store.CreateAsync(PodKey(ns, name), Pod(ns, name, node, app: app), null, TestContext.Current.CancellationToken)).Revision;

    public static async Task<long> UpdatePodAsync(this IStore store, string ns, string name, string node = "", string phase = "Pending", string app = "web")
    {
        var cancel = TestContext.Current.CancellationToken;
        var current = await store.GetAsync(PodKey(ns, name), cancel);
        return (await store.UpdateAsync(PodKey(ns, name), Pod(ns, name, node, phase, app), current!.ModRevision, cancel)).Revision;
    }

    public static async Task<long> DeletePodAsync(this IStore store, string ns, string name)
    {
        var cancel = TestContext.Current.CancellationToken;
        var current = await store.GetAsync(PodKey(ns, name), cancel);
        return (await store.DeleteAsync(PodKey(ns, name), current!.ModRevision, cancel)).Revision;
    }
}
