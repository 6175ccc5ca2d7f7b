using System.Diagnostics;

namespace Kube.Testing;

/// <summary>
/// A private etcd of one member on free loopback ports, with its data in a temporary folder that goes with it. It can be killed as by a
/// power cut and started again with the same data and ports.
/// </summary>
public sealed class EtcdProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("etcd-test-").FullName;
    private readonly HttpClient _http = new();
    private readonly Uri _peer = FreePort.NextUrl();
    private readonly Uri _metrics = FreePort.NextUrl();
    private readonly EtcdTlsFiles? _tls;
    private Process? _process;

    private EtcdProcess(EtcdTlsFiles? tls)
    {
        _tls = tls;
        Endpoint = tls is null ? FreePort.NextUrl() : new UriBuilder(FreePort.NextUrl()) { Scheme = "https" }.Uri;
    }

    /// <summary>Where clients connect.</summary>
    public Uri Endpoint { get; }

    /// <summary>The folder that holds data and log.</summary>
    public string Folder => _folder;

    /// <summary>Starts an etcd and waits until it serves; with TLS, and for clients with a certificate only, when it gets files for it.</summary>
    public static async Task<EtcdProcess> StartNewAsync(EtcdTlsFiles? tls = null)
    {
        var etcd = new EtcdProcess(tls);
        await etcd.StartAsync();
        return etcd;
    }

    /// <summary>Starts it again, after <see cref="KillAsync"/>, and waits until it serves.</summary>
    public async Task StartAsync()
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("etcd runs already");
        }

        // The shell puts the log into a file and leaves; etcd keeps the process id.
        var info = new ProcessStartInfo("bash", ["-c", "exec \"$@\" >>\"$ETCD_TEST_LOG\" 2>&1", "etcd", "etcd", .. Arguments()]);
        info.Environment["ETCD_TEST_LOG"] = Path.Combine(_folder, "log");
        _process = Process.Start(info)!;
        await Eventually.HoldsAsync(s_startLimit, HealthAsync);
    }

    /// <summary>Ends it with SIGKILL and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
        {
            return;
        }

        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Kills it and deletes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string[] Arguments() =>
    [
        "--name=test",
        $"--data-dir={_folder}/data",
        $"--listen-client-urls={Url(Endpoint)}",
        $"--advertise-client-urls={Url(Endpoint)}",
        $"--listen-metrics-urls={Url(_metrics)}",
        $"--listen-peer-urls={Url(_peer)}",
        $"--initial-advertise-peer-urls={Url(_peer)}",
        $"--initial-cluster=test={Url(_peer)}",
        "--logger=zap",
        "--log-level=warn",
        "--heartbeat-interval=50",
        "--election-timeout=500",
        .. _tls is null ? [] : (string[])["--client-cert-auth", $"--trusted-ca-file={_tls.Authority}", $"--cert-file={_tls.Certificate}", $"--key-file={_tls.Key}"],
    ];

    private async Task<string?> HealthAsync()
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"etcd ended: {await File.ReadAllTextAsync(Path.Combine(_folder, "log"))}");
        }

        try
        {
            var health = await _http.GetStringAsync(new Uri(_metrics, "/health"));
            return health.Contains("\"true\"", StringComparison.Ordinal) ? null : health;
        }
        catch (HttpRequestException e)
        {
            return e.Message;
        }
    }

    private static string Url(Uri uri) => uri.GetLeftPart(UriPartial.Authority);
}

/// <summary>PEM files for a server that talks TLS and wants certificates of its clients.</summary>
/// <param name="Authority">The authority that signed the clients' certificates.</param>
/// <param name="Certificate">The server's certificate.</param>
/// <param name="Key">The server's key.</param>
public sealed record EtcdTlsFiles(string Authority, string Certificate, string Key);
