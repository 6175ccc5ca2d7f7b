using Kube.Api.Core.V1;
using Kube.ApiServer.Authorization;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Streaming;

namespace Kube.ApiServer.Subresources;

/// <summary>
/// GET and POST of <c>pods/exec</c>, <c>pods/attach</c> and <c>pods/portforward</c>: the client's connection is handed to the kubelet of the pod's
/// node, whichever protocol the two agree on. A GET, which is how a WebSocket begins, needs the verb create beside get, as in Kubernetes since 1.35:
/// to run something in a pod is no reading.
/// </summary>
internal sealed class StreamSubresource(PodOnNode pods, KubeletClient kubelets, HttpRelay relay, IAuthorizer authorizer)
{
    private static readonly (string Asked, string Kubelets)[] s_streams = [("stdin", "input"), ("stdout", "output"), ("stderr", "error"), ("tty", "tty")];

    public Task ExecAsync(ApiRequest request) => OpenAsync(request, pod =>
    {
        var command = request.Http.Request.Query["command"];
        return command.Count > 0
            ? ContainerPath("exec", request, pod, command.Select(c => $"command={Uri.EscapeDataString(c ?? "")}"))
            : throw Failure.BadRequest("you must specify at least one command for the container");
    });

    public Task AttachAsync(ApiRequest request) => OpenAsync(request, pod => ContainerPath("attach", request, pod, []));

    public Task PortForwardAsync(ApiRequest request) => OpenAsync(request, pod =>
    {
        var ports = request.Http.Request.Query["ports"].SelectMany(p => (p ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (ports.Find(p => !int.TryParse(p, out var port) || port is < 1 or > 65535) is { } wrong)
        {
            throw Failure.BadRequest($"{wrong} is no port: a number from 1 to 65535 is");
        }

        return $"/portForward/{PathOf(pod)}{(ports.Count == 0 ? "" : $"?port={Uri.EscapeDataString(string.Join(',', ports))}")}";
    });

    private async Task OpenAsync(ApiRequest request, Func<Pod, string> kubeletPath)
    {
        await AuthorizeCreateAsync(request);
        var pod = await pods.PodAsync(request);
        var path = kubeletPath(pod);
        var node = pods.NodeOf(pod);
        if (pod.Status?.Phase is PodPhase.Succeeded or PodPhase.Failed)
        {
            throw Failure.BadRequest($"cannot {request.Info.Subresource} into a container in a completed pod; current phase is {pod.Status.Phase}");
        }

        await relay.UpgradeAsync(request.Http, kubelets.Of(node, path), request.Cancel);
    }

    private async ValueTask AuthorizeCreateAsync(ApiRequest request)
    {
        if (request.Info.Verb == "create")
        {
            return;
        }

        var needed = AccessRequest.Of(request.User, request.Info with { Verb = "create" });
        var decision = await authorizer.AuthorizeAsync(needed, request.Cancel);
        if (!decision.Allowed)
        {
            throw Failure.NotPermitted(needed, decision.Reason);
        }
    }

    private static string ContainerPath(string what, ApiRequest request, Pod pod, IEnumerable<string> more)
    {
        var container = PodOnNode.ContainerOf(pod, request.Query("container"));
        var query = s_streams.Where(s => QueryOptions.IsOn(request, s.Asked)).Select(s => $"{s.Kubelets}=1").Concat(more);
        return $"/{what}/{PathOf(pod)}/{Uri.EscapeDataString(container)}?{string.Join('&', query)}";
    }

    private static string PathOf(Pod pod) => $"{Uri.EscapeDataString(pod.Metadata!.Namespace!)}/{Uri.EscapeDataString(pod.Metadata.Name!)}";
}
