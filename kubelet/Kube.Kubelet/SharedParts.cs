using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Kubelet.Config;
using Kube.Kubelet.Pods;
using Microsoft.Extensions.Logging;
using KubeNode = Kube.Api.Core.V1.Node;

namespace Kube.Kubelet;

/// <summary>What all nodes of a process share: one connection pool, one watch per kind, one writer of statuses and one of events.</summary>
internal sealed class SharedParts : IAsyncDisposable
{
    private readonly WorkQueue<string> _statusQueue;

    /// <param name="client">The API server.</param>
    /// <param name="scope">Which of its objects concern the nodes.</param>
    /// <param name="loggers">Makes loggers.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Randomness; safe for concurrent use.</param>
    public SharedParts(KubeClient client, NodeScope scope, ILoggerFactory loggers, TimeProvider time, Random random)
    {
        Client = client;
        Loggers = loggers;
        Time = time;
        Maps = new ObjectWatches<ConfigMap>(client, loggers, time, random);
        Secrets = new ObjectWatches<Secret>(client, loggers, time, random);
        Pods = new ByNode<Pod>(client, scope.PodFields, pod => pod.Spec?.NodeName, loggers, time, random);
        Nodes = new ByNode<KubeNode>(client, scope.NodeFields, node => node.Metadata!.Name, loggers, time, random);
        Services = new Informer<Service>(client, null, loggers, time, random);
        Recorder = new EventRecorder(client, "kubelet", null, loggers, time, random);
        _statusQueue = new WorkQueue<string>(time, new WorkQueueOptions { LongestDelay = TimeSpan.FromSeconds(10) });
        Statuses = new PodStatusWriter(client, _statusQueue, scope.StatusWriters, loggers.CreateLogger<PodStatusWriter>());
        Config = new ApiConfigSource(Maps, Secrets, Services);
    }

    public KubeClient Client { get; }

    public ILoggerFactory Loggers { get; }

    public TimeProvider Time { get; }

    public ObjectWatches<ConfigMap> Maps { get; }

    public ObjectWatches<Secret> Secrets { get; }

    public ByNode<Pod> Pods { get; }

    public ByNode<KubeNode> Nodes { get; }

    public Informer<Service> Services { get; }

    public EventRecorder Recorder { get; }

    public PodStatusWriter Statuses { get; }

    public IConfigSource Config { get; }

    /// <summary>The loops all this consists of.</summary>
    public IReadOnlyList<Task> Run(CancellationToken ct) =>
    [
        Pods.RunAsync(ct),
        Nodes.RunAsync(ct),
        Services.RunAsync(ct),
        Recorder.RunAsync(ct),
        Statuses.RunAsync(ct),
    ];

    public async ValueTask DisposeAsync()
    {
        await Maps.DisposeAsync();
        await Secrets.DisposeAsync();
        _statusQueue.Dispose();
    }
}
