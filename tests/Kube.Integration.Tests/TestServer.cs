using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kube.ApiServer;
using Kube.Client;
using Kube.Storage;
using Kube.Testing;

namespace Kube.Integration.Tests;

/// <summary>An API server in this process on a port of its own, with an administrator's client and kubeconfig.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private const string AdminToken = "integration-admin";
    private readonly ApiServer.ApiServer _server;
    private readonly IStore _store;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kube-integration-");

    private TestServer(ApiServer.ApiServer server, IStore store)
    {
        _server = server;
        _store = store;
        Client = NewClient();
        Kubeconfig = Path.Combine(_folder.FullName, "kubeconfig");
        File.WriteAllText(Kubeconfig, KubeconfigText());
    }

    public KubeClient Client { get; }

    /// <summary>A file for kubectl.</summary>
    public string Kubeconfig { get; }

    /// <summary>A folder for the test's own files, removed with the server.</summary>
    public string Folder => _folder.FullName;

    public static Task<TestServer> StartAsync() => StartAsync(new MemoryStore(TimeProvider.System));

    /// <summary>Starts a server over a store; the store is closed with it.</summary>
    public static async Task<TestServer> StartAsync(IStore store)
    {
        var options = new ApiServerOptions
        {
            BindAddress = IPAddress.Loopback,
            SecurePort = 0,
            Tokens = [$"{AdminToken},admin,admin,\"system:masters\""],
            CompactionInterval = TimeSpan.Zero,
        };
        return new TestServer(await ApiServer.ApiServer.StartAsync(options, store, TestContext.Current.CancellationToken), store);
    }

    /// <summary>Another administrator with connections of its own.</summary>
    public KubeClient NewClient() => new(new ClientConfig
    {
        Server = _server.Address,
        Token = AdminToken,
        CertificateAuthorities = [X509CertificateLoader.LoadCertificate(_server.Certificate.Export(X509ContentType.Cert))],
    });

    /// <summary>kubectl of one version, for this server alone.</summary>
    public Shell Kubectl(string version) => new(Folder, new Dictionary<string, string>
    {
        ["KUBECONFIG"] = Kubeconfig,
        ["KUBECTL"] = KubectlClients.Find(version) ?? throw new InvalidOperationException($"kubectl {version} is not installed"),
        ["HOME"] = Folder,
        ["KUBE_EDITOR"] = "false",
    });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private string KubeconfigText() => $"""
        apiVersion: v1
        kind: Config
        current-context: test
        clusters:
        - name: test
          cluster:
            server: {_server.Address.ToString().TrimEnd('/')}
            insecure-skip-tls-verify: true
        users:
        - name: admin
          user: {"{"}token: {AdminToken}{"}"}
        contexts:
        - name: test
          context: {"{"}cluster: test, user: admin, namespace: default{"}"}
        """;
}
