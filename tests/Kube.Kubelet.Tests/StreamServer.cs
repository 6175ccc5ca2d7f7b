using System.Net;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Kubelet.Tests;

/// <summary>The kubelet's streaming endpoints for one pod, in the clear on a port of their own, and a client for them.</summary>
internal sealed class StreamServer : IPodSource, IAsyncDisposable
{
    private readonly DockerNode _node;
    private readonly Pod _pod;
    private readonly WebApplication _app;

    private StreamServer(DockerNode node, Pod pod)
    {
        (_node, _pod) = (node, pod);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.UseRouting();
        new PodEndpoints(this, TimeProvider.System).Map(_app);
        new UsageEndpoints(this, new NodeReading("test", node.Services.Usage.OfMachine), TimeProvider.System).Map(_app);
        new CommandEndpoints(this, TimeProvider.System, NullLogger<CommandEndpoints>.Instance).Map(_app);
        new PortForwardEndpoint(this, NullLogger<PortForwardEndpoint>.Instance).Map(_app);
    }

    public KubeClient Client { get; private set; } = null!;

    public IEnumerable<Pod> Pods => [_pod];

    public static async Task<StreamServer> StartAsync(DockerNode node, Pod pod)
    {
        var server = new StreamServer(node, pod);
        await server._app.StartAsync();
        var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Client = new KubeClient(new ClientConfig { Server = new Uri(address) });
        return server;
    }

    public (Pod Pod, PodServices Node)? Find(string ns, string name) => name == _pod.Name() ? (_pod, _node.Services) : null;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(new CancellationToken(true));
        await _app.DisposeAsync();
    }
}
