using Kube.Api.Core.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Verbs;

namespace Kube.ApiServer.Subresources;

/// <summary>Finds the pod of a request, the container meant, and the node that runs it; what is missing is said in Kubernetes' words.</summary>
internal sealed class PodOnNode(Freshness freshness, ResourceRegistry registry)
{
    public async Task<Pod> PodAsync(ApiRequest request)
    {
        await freshness.WaitAsync(request.Store.Cache, null, request.Cancel);
        return (Pod)(request.Store.Cached(request.Store.Key(request.Namespace, request.Name))?.Object ?? throw Failure.NotFound(request.View.Info, request.Name));
    }

    public Node NodeOf(Pod pod)
    {
        if (string.IsNullOrEmpty(pod.Spec?.NodeName))
        {
            throw Failure.BadRequest($"pod {pod.Metadata!.Name} does not have a host assigned");
        }

        var nodes = registry.Core("nodes");
        return (Node)(nodes.Cached(nodes.Key(null, pod.Spec.NodeName))?.Object ?? throw Failure.NotFound(Node.Info, pod.Spec.NodeName));
    }

    /// <summary>The container asked for, which must be one of the pod's; without one asked for, the only one there is.</summary>
    public static string ContainerOf(Pod pod, string? asked)
    {
        var (name, spec) = (pod.Metadata!.Name, pod.Spec!);
        var containers = (spec.Containers ?? []).Select(c => c.Name!).ToList();
        var init = (spec.InitContainers ?? []).Select(c => c.Name!).ToList();
        if (!string.IsNullOrEmpty(asked))
        {
            var all = containers.Concat(init).Concat((spec.EphemeralContainers ?? []).Select(c => c.Name!));
            return all.Contains(asked) ? asked : throw Failure.BadRequest($"container {asked} is not valid for pod {name}");
        }

        return containers is [var only] ? only : throw Failure.BadRequest(
            $"a container name must be specified for pod {name}, choose one of: [{string.Join(' ', containers)}]{(init.Count > 0 ? $" or one of the init containers: [{string.Join(' ', init)}]" : "")}");
    }
}
