using Kube.Api;
using Kube.Api.Core.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Streaming;
using Kube.ApiServer.Verbs;

namespace Kube.ApiServer.Subresources;

/// <summary>GET of <c>pods/log</c>: relayed from the kubelet of the pod's node as it comes.</summary>
internal sealed class LogSubresource(Freshness freshness, ResourceRegistry registry, KubeletClient kubelets)
{
    private static readonly string[] s_passedOn = ["follow", "previous", "sinceSeconds", "sinceTime", "timestamps", "tailLines", "limitBytes", "stream"];

    public async Task HandleAsync(ApiRequest request)
    {
        await freshness.WaitAsync(request.Store.Cache, null, request.Cancel);
        var pod = (Pod)(request.Store.Cached(request.Store.Key(request.Namespace, request.Name))?.Object ?? throw Failure.NotFound(request.View.Info, request.Name));
        var container = ChooseContainer(pod, request.Query("container"));
        if (string.IsNullOrEmpty(pod.Spec?.NodeName))
        {
            throw Failure.BadRequest($"pod {request.Name} does not have a host assigned");
        }

        var nodes = registry.Core("nodes");
        var node = (Node)(nodes.Cached(nodes.Key(null, pod.Spec.NodeName))?.Object ?? throw Failure.NotFound(Node.Info, pod.Spec.NodeName));
        var query = string.Join('&', s_passedOn.Where(p => request.Query(p) is not null).Select(p => $"{p}={Uri.EscapeDataString(request.Query(p)!)}"));
        var path = $"/containerLogs/{Uri.EscapeDataString(request.Namespace!)}/{Uri.EscapeDataString(request.Name)}/{Uri.EscapeDataString(container)}{(query.Length == 0 ? "" : "?" + query)}";
        await kubelets.RelayAsync(node, path, request.Http, request.Cancel);
    }

    private static string ChooseContainer(Pod pod, string? asked)
    {
        var (name, spec) = (pod.Metadata!.Name, pod.Spec!);
        var containers = (spec.Containers ?? []).Select(c => c.Name!).ToList();
        var init = (spec.InitContainers ?? []).Select(c => c.Name!).ToList();
        var ephemeral = (spec.EphemeralContainers ?? []).Select(c => c.Name!).ToList();
        if (!string.IsNullOrEmpty(asked))
        {
            return containers.Concat(init).Concat(ephemeral).Contains(asked) ? asked : throw Failure.BadRequest($"container {asked} is not valid for pod {name}");
        }

        return containers.Count == 1 && init.Count == 0 && ephemeral.Count == 0
            ? containers[0]
            : throw Failure.BadRequest($"a container name must be specified for pod {name}, choose one of: [{string.Join(' ', containers)}]{(init.Count > 0 ? $" or one of the init containers: [{string.Join(' ', init)}]" : "")}");
    }
}
