using Kube.Client;
using Kube.Kubelet.Credentials;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Integration.Tests.Joining;

/// <summary>A machine that joins: a folder for its files, and the part of the kubelet that gets and keeps its certificates.</summary>
internal sealed class Machine(JoinableCluster cluster, string node, TimeProvider time)
{
    private readonly string _folder = cluster.NewFolder(node);

    public string Kubeconfig => Path.Combine(_folder, "kubelet.kubeconfig");

    public string BootstrapKubeconfig => Path.Combine(_folder, "bootstrap.kubeconfig");

    public NodeCredentials Credentials { get; } = Make(cluster, node, time);

    /// <summary>Asks for the client certificate with a token.</summary>
    public Task<ClientConfig> JoinAsync(string token) =>
        Credentials.ConnectAsync(Kubeconfig, cluster.BootstrapKubeconfig(_folder, token), TestContext.Current.CancellationToken);

    /// <summary>What the next process on this machine knows: the files.</summary>
    public NodeCredentials Restarted() => Make(cluster, node, time);

    /// <summary>Keeps the certificates until disposed of.</summary>
    public Running Run(ClientConfig config) => new(Credentials, config);

    private static NodeCredentials Make(JoinableCluster cluster, string node, TimeProvider time) =>
        new(node, Path.Combine(cluster.NewFolder(node), "pki"), time, NullLogger.Instance);

    /// <summary>The kubelet's loop.</summary>
    internal sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly KubeClient _client;
        private readonly Task _loop;

        public Running(NodeCredentials credentials, ClientConfig config)
        {
            _client = new KubeClient(config);
            _loop = credentials.RunAsync(_client, _stop.Token);
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _client.Dispose();
            _stop.Dispose();
        }
    }
}
