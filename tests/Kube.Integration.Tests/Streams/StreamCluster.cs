using System.Net;
using System.Security.Cryptography.X509Certificates;
using Kube.ApiServer;
using Kube.Hosting;
using Kube.Storage;
using Kube.Testing;

namespace Kube.Integration.Tests.Streams;

/// <summary>An API server, a node with a <see cref="ProcessKubelet"/>, and running pods on it; the commands of a <see cref="Shell"/> are run against them.</summary>
internal sealed class StreamCluster : IAsyncDisposable
{
    private const string Token = "streams-admin";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);
    private readonly MemoryStore _store = new(TimeProvider.System);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kube-streams-");
    private ApiServer.ApiServer _server = null!;
    private ProcessKubelet _kubelet = null!;
    private Shell _shell = null!;

    /// <summary>Where the commands run: <c>$KCTL</c> and <c>$KUBECTL</c> are programs, <c>here</c> a folder for files, <c>there</c> that of the containers.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The folder that containers run in.</summary>
    public string Container => Path.Combine(Folder, "there");

    public static async Task<StreamCluster> StartAsync(string kubectl = "1.33")
    {
        var cluster = new StreamCluster();
        Directory.CreateDirectory(Path.Combine(cluster.Folder, "pki"));
        Directory.CreateDirectory(cluster.Container);
        Directory.CreateDirectory(Path.Combine(cluster.Folder, "here"));
        var authority = ClusterCa.LoadOrCreate(Path.Combine(cluster.Folder, "pki"));
        cluster._kubelet = await ProcessKubelet.StartAsync(cluster.Container, authority.IssueServer("n1", ["n1"], []));
        var client = authority.IssueClient("kube-apiserver-kubelet-client", "system:masters");
        cluster._server = await ApiServer.ApiServer.StartAsync(new ApiServerOptions
        {
            BindAddress = IPAddress.Loopback,
            SecurePort = 0,
            Tokens = [$"{Token},admin,admin,\"system:masters\""],
            ClientAuthorities = [X509CertificateLoader.LoadCertificate(authority.Certificate.RawData)],
            KubeletClientCertificate = X509Certificate2.CreateFromPem(client.CertificatePem, client.KeyPem),
        }, cluster._store, TestContext.Current.CancellationToken);
        cluster._shell = cluster.NewShell(KubectlClients.Find(kubectl));
        await cluster.FillAsync();
        return cluster;
    }

    /// <summary>Runs a command line, whatever comes of it.</summary>
    public Task<ShellResult> TryAsync(string command, string? input = null) => _shell.TryAsync(command, input, s_limit);

    /// <summary>Runs a command line that must succeed.</summary>
    public Task<ShellResult> RunAsync(string command, string? input = null) => _shell.RunAsync(command, input, s_limit);

    /// <summary>Starts a command line; the caller ends it.</summary>
    public System.Diagnostics.Process Start(string command) => _shell.Start(command);

    /// <summary>A pod that runs at once, for what replaces another.</summary>
    public async Task AddPodAsync(string name, string extra = "")
    {
        await RunAsync("$KCTL apply -f -", $$"""
            apiVersion: v1
            kind: Pod
            metadata: {name: {{name}}, labels: {app: {{name}}, tier: front}, annotations: { {{extra}} } }
            spec:
              nodeName: n1
              initContainers: [{name: prepare, image: i}]
              containers:
              - {name: front, image: i, ports: [{name: http, containerPort: 80}]}
              - {name: back, image: i}
            """);
        await RunAsync($"$KCTL patch pod {name} --subresource=status --type=merge -p '{{\"status\":{{\"phase\":\"Running\",\"conditions\":[{{\"type\":\"Ready\",\"status\":\"True\"}}]}}}}'");
    }

    public async ValueTask DisposeAsync()
    {
        await TryAsync("$KCTL port-forward --stop all");
        await _server.DisposeAsync();
        await _kubelet.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task FillAsync()
    {
        await RunAsync("$KCTL apply -f -", "{apiVersion: v1, kind: Node, metadata: {name: n1}}");
        await RunAsync($"$KCTL patch node n1 --subresource=status --type=merge -p '{{\"status\":{{\"addresses\":[{{\"type\":\"InternalIP\",\"address\":\"127.0.0.1\"}}],\"daemonEndpoints\":{{\"kubeletEndpoint\":{{\"Port\":{_kubelet.Port}}}}}}}}}'");
        await AddPodAsync("web");
    }

    private Shell NewShell(string? kubectl)
    {
        var file = Path.Combine(Folder, "kubeconfig");
        File.WriteAllText(file, $"""
            apiVersion: v1
            kind: Config
            current-context: test
            clusters:
            - name: test
              cluster: {"{"}server: "{_server.Address.ToString().TrimEnd('/')}", insecure-skip-tls-verify: true{"}"}
            users:
            - name: admin
              user: {"{"}token: {Token}{"}"}
            contexts:
            - name: test
              context: {"{"}cluster: test, user: admin, namespace: default{"}"}
            """);
        return new Shell(Folder, new Dictionary<string, string>
        {
            ["KUBECONFIG"] = file,
            ["HOME"] = Folder,
            ["XDG_RUNTIME_DIR"] = Folder,
            ["KCTL"] = Path.Combine(Repository.Root, "artifacts", "bin", "Kctl", "release", "kctl"),
            ["KUBECTL"] = kubectl ?? "kubectl",
        });
    }
}
