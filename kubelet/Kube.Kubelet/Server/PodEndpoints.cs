using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kube.Kubelet.Server;

/// <summary>What the kubelet tells of the pods of its nodes over HTTP: their list, and their containers' logs.</summary>
internal sealed class PodEndpoints(IPodSource nodes, TimeProvider time)
{
    public void Map(WebApplication app)
    {
        app.MapGet("/pods", (HttpContext context) => PodsAsync(context, nodes.Pods));
        app.MapGet("/runningpods", (HttpContext context) => PodsAsync(context, nodes.Pods.Where(IsRunning)));
        app.MapGet("/containerLogs/{ns}/{pod}/{container}", (HttpContext context, string ns, string pod, string container) => LogsAsync(context, ns, pod, container));
    }

    private bool IsRunning(Pod pod) => nodes.Find(pod.Namespace(), pod.Name()) is var (_, node) && node.Containers.OfPod(pod.Uid()).Any(c => c.IsRunning);

    private static Task PodsAsync(HttpContext context, IEnumerable<Pod> pods)
    {
        var list = new KubeList<Pod> { ApiVersion = "v1", Kind = "PodList", Items = [.. pods] };
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(ApiJson.Serialize(list)).AsTask();
    }

    private async Task LogsAsync(HttpContext context, string ns, string podName, string containerName)
    {
        if (LogParameters.Parse(context.Request.Query, time.GetUtcNow()) is not { } parameters)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid log options");
            return;
        }

        if (nodes.Find(ns, podName) is not var (pod, node))
        {
            await RefuseAsync(context, StatusCodes.Status404NotFound, $"pod \"{podName}\" not found");
            return;
        }

        if (pod.AllContainers().All(c => c.Name != containerName))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, $"container {containerName} is not valid for pod {podName}");
            return;
        }

        if (ContainerFinder.Newest(node, pod, containerName, parameters.Previous) is not { } container)
        {
            var message = parameters.Previous
                ? $"previous terminated container \"{containerName}\" in pod \"{podName}\" not found"
                : $"container \"{containerName}\" in pod \"{podName}\" is waiting to start: {WaitingReason(pod, containerName)}";
            await RefuseAsync(context, StatusCodes.Status400BadRequest, message);
            return;
        }

        await CopyAsync(context, node.Runtime, container, parameters.Query);
    }

    private static string WaitingReason(Pod pod, string container) =>
        (pod.Status is null ? null : ContainerStatusBuilder.Find(pod.Status, container))?.State?.Waiting?.Reason ?? "ContainerCreating";

    private static async Task CopyAsync(HttpContext context, IContainerRuntime runtime, ContainerSnapshot container, LogQuery query)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/plain";
        try
        {
            await runtime.CopyLogsAsync(container.Id, query, context.Response.Body, context.RequestAborted);
        }
        catch (RuntimeException e) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, StatusCodes.Status500InternalServerError, e.Message);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The reader has gone, or the engine: the log ends here.
            context.Abort();
        }
    }

    private static Task RefuseAsync(HttpContext context, int code, string message)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(message);
    }
}
