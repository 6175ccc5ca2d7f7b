using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.ApiServer;
using Kube.Client;
using Kube.Controllers;
using Kube.Hosting;
using Kube.Storage;
using Kube.Testing;

namespace Kube.Integration.Tests.Joining;

/// <summary>An API server with an authority and the controllers that answer certificate requests, in this process; kctl beside it as a process.</summary>
public sealed class JoinableCluster : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new();
    private readonly MemoryStore _store = new(TimeProvider.System);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kube-joining-");
    private ApiServer.ApiServer? _server;
    private KubeClient? _client;
    private Task _controllers = Task.CompletedTask;
    private int _tokens;

    /// <summary>How long the certificates issued here are good.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromHours(1);

    /// <summary>The connection, with all rights.</summary>
    public KubeClient Client => _client!;

    /// <summary>The cluster's authority.</summary>
    public X509Certificate2 Authority { get; private set; } = null!;

    /// <summary>What <c>--ca-cert-hash</c> of this cluster is.</summary>
    public string Hash => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Authority.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>HOST:PORT of the server.</summary>
    public string Address => _server!.Address.Authority;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var authority = ClusterCa.LoadOrCreate(_folder.FullName);
        var shown = authority.IssueServer("kube-apiserver", ["localhost"], [IPAddress.Loopback]);
        var admin = authority.IssueClient("admin", "system:masters");
        Authority = X509CertificateLoader.LoadCertificate(authority.Certificate.RawData);
        _server = await ApiServer.ApiServer.StartAsync(
            new ApiServerOptions { BindAddress = IPAddress.Loopback, SecurePort = 0, Certificate = Loaded(shown), ClientAuthorities = [Authority], CompactionInterval = TimeSpan.Zero }, _store);
        _client = new KubeClient(new ClientConfig { Server = _server.Address, CertificateAuthorities = [Authority], ClientCertificate = Loaded(admin) });
        var options = new ControllerManagerOptions
        {
            Controllers = ["certificatesigningrequest-approving-controller", "certificatesigningrequest-signing-controller"],
            SigningAuthority = authority.Certificate,
            ClusterSigningDuration = Life,
        };
        var manager = new ControllerManager(_client, options, TimeProvider.System, new LockedRandom(1));
        _controllers = manager.RunAsync(_stop.Token);
        await await Task.WhenAny(manager.Ready, _controllers);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _controllers.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _client?.Dispose();
        await _server!.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
        _stop.Dispose();
    }

    /// <summary>A folder of a machine's own, removed with the cluster.</summary>
    public string NewFolder(string machine) => _folder.CreateSubdirectory(machine).FullName;

    /// <summary>A token that the cluster knows, good until then.</summary>
    public async Task<string> NewTokenAsync(TimeSpan life)
    {
        var (id, secret) = ($"test{Interlocked.Increment(ref _tokens):00}", "0123456789abcdef");
        var end = (TimeProvider.System.GetUtcNow() + life).UtcDateTime;
        await Client.CreateAsync(new Secret
        {
            Metadata = new ObjectMeta { Name = $"bootstrap-token-{id}", Namespace = "kube-system" },
            Type = SecretType.BootstrapKubernetesIoToken,
            StringData = new()
            {
                ["token-id"] = id,
                ["token-secret"] = secret,
                ["usage-bootstrap-authentication"] = "true",
                ["expiration"] = end.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            },
        });
        return $"{id}.{secret}";
    }

    /// <summary>The kubeconfig with which a kubelet joins, written to a folder.</summary>
    public string BootstrapKubeconfig(string folder, string token)
    {
        var file = Path.Combine(folder, "bootstrap.kubeconfig");
        File.WriteAllText(file, $"""
            apiVersion: v1
            kind: Config
            current-context: join
            clusters:
            - name: cluster
              cluster: {"{"}server: "https://{Address}", certificate-authority-data: {Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(Authority.ExportCertificatePem()))}{"}"}
            users:
            - name: token
              user: {"{"}token: {token}{"}"}
            contexts:
            - name: join
              context: {"{"}cluster: cluster, user: token{"}"}
            """);
        return file;
    }

    /// <summary>kctl, as a machine that knows no cluster has it.</summary>
    public Task<ShellResult> KctlAsync(string arguments)
    {
        var home = NewFolder("home");
        var shell = new Shell(home, new Dictionary<string, string> { ["HOME"] = home, ["KUBECONFIG"] = Path.Combine(home, "none") });
        return shell.TryAsync(Path.Combine(Repository.Root, "artifacts", "bin", "Kctl", "release", "kctl") + " " + arguments);
    }

    private static X509Certificate2 Loaded(IssuedCertificate issued)
    {
        using var read = X509Certificate2.CreateFromPem(issued.CertificatePem, issued.KeyPem);
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    }
}
