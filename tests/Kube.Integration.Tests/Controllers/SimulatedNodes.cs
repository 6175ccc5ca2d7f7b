using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Integration.Tests.Controllers;

/// <summary>
/// Does for pods what scheduler and kubelets would, without containers: puts them on nodes in turn, gives them an address, makes them ready, and
/// ends them when they are deleted. Pods with the image <c>broken</c> never become ready; pods on a node named in <see cref="Dead"/> stay as they are.
/// </summary>
internal sealed class SimulatedNodes(KubeClient client)
{
    private readonly Channel<Pod> _changes = Channel.CreateUnbounded<Pod>();
    private int _next;

    /// <summary>Nodes whose kubelet has died.</summary>
    public ConcurrentDictionary<string, bool> Dead { get; } = new();

    public async Task RunAsync(CancellationToken ct)
    {
        var pods = new Informer<Pod>(client);
        pods.AddHandler(change => _changes.Writer.TryWrite(change.Object));
        var informer = pods.RunAsync(ct);
        try
        {
            await foreach (var pod in _changes.Reader.ReadAllAsync(ct))
            {
                await AdvanceAsync(pod, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await informer;
        }
    }

    private async Task AdvanceAsync(Pod pod, CancellationToken ct)
    {
        var (ns, name, node) = (pod.Metadata!.Namespace!, pod.Metadata.Name!, pod.Spec?.NodeName);
        try
        {
            if (string.IsNullOrEmpty(node))
            {
                var alive = new[] { "node-a", "node-b" }.Where(candidate => !Dead.ContainsKey(candidate)).ToList();
                var target = new ObjectReference { Kind = "Node", Name = alive[_next++ % alive.Count] };
                await client.BindAsync(ns, name, new Binding { Target = target }, ct);
            }
            else if (Dead.ContainsKey(node))
            {
                return;
            }
            else if (pod.Metadata.DeletionTimestamp is not null)
            {
                var now = new DeleteOptions { GracePeriodSeconds = 0, Preconditions = new Preconditions { Uid = pod.Metadata.Uid } };
                await client.DeleteAsync<Pod>(ns, name, now, ct);
            }
            else if (pod.Spec!.Containers![0].Image != "broken" && pod.Status?.PodIP is null)
            {
                await client.PatchAsync<Pod>(ns, name, Patch.Merge(new JsonObject { ["status"] = Running(_next) }), ct, "status");
            }
        }
        catch (ApiException error) when (error.Code is >= 400 and < 500)
        {
            // Overtaken: the pod has changed or gone, and if it is still there its next change is on the way.
        }
    }

    private static JsonObject Running(int number)
    {
        var ip = $"10.244.{number / 250}.{(number % 250) + 1}";
        return new JsonObject
        {
            ["phase"] = PodPhase.Running,
            ["podIP"] = ip,
            ["podIPs"] = new JsonArray(new JsonObject { ["ip"] = ip }),
            ["conditions"] = new JsonArray(new JsonObject
            {
                ["type"] = PodConditionType.Ready,
                ["status"] = "True",
                ["lastTransitionTime"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            }),
        };
    }
}
