using Kube.ApiServer.Routing;
using Kube.ApiServer.Streaming;

namespace Kube.ApiServer.Subresources;

/// <summary>GET of <c>pods/log</c>: relayed from the kubelet of the pod's node as it comes.</summary>
internal sealed class LogSubresource(PodOnNode pods, KubeletClient kubelets)
{
    public async Task HandleAsync(ApiRequest request)
    {
        var options = LogOptions.Read(request);
        var pod = await pods.PodAsync(request);
        var container = PodOnNode.ContainerOf(pod, options.Container);
        var node = pods.NodeOf(pod);
        var path = $"/containerLogs/{Uri.EscapeDataString(request.Namespace!)}/{Uri.EscapeDataString(request.Name)}/{Uri.EscapeDataString(container)}{LogOptions.ToQuery(options)}";
        await kubelets.RelayAsync(node, path, options.InsecureSkipTLSVerifyBackend == true, request.Http, request.Cancel);
    }
}
