using System.Diagnostics;
using Kube.Benchmarks.Floors;
using Kube.Client;
using Kube.Testing;

namespace Kube.Benchmarks.Targets;

/// <summary>An etcd of its own and the built API server over it, on free loopback ports, with certificates in a folder that goes with them.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly EtcdProcess _etcd;
    private readonly int _port;
    private readonly TimeProvider _clock;
    private ChildProcess? _process;

    private LocalServer(string folder, EtcdProcess etcd, int port, TimeProvider clock) => (_folder, _etcd, _port, _clock) = (folder, etcd, port, clock);

    /// <summary>How to reach the server as an administrator.</summary>
    public ClientConfig Config => ClientConfig.FromKubeconfig(Path.Combine(_folder, "admin.kubeconfig"));

    /// <summary>Where its certificates are.</summary>
    public string Certificates => _folder;

    /// <summary>Where its etcd is.</summary>
    public Uri Etcd => _etcd.Endpoint;

    /// <summary>The API server.</summary>
    public ChildProcess Process => _process ?? throw new InvalidOperationException("the server does not run");

    /// <summary>Starts etcd, and the API server unless that is left to the caller.</summary>
    public static async Task<LocalServer> StartAsync(TimeProvider clock, CancellationToken cancel, bool start = true)
    {
        var folder = Directory.CreateTempSubdirectory("kube-bench-").FullName;
        var server = new LocalServer(folder, await EtcdProcess.StartNewAsync(), FreePort.Next(), clock);
        try
        {
            await RunToEndAsync(["--certs-only", .. server.Arguments()], cancel);
            if (start)
            {
                await server.StartServerAsync(cancel);
            }

            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the API server; returns the time from the start of the process until it was ready.</summary>
    public async Task<TimeSpan> StartServerAsync(CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        _process = ChildProcess.Start(Binaries.ApiServer, Arguments(), Path.Combine(_folder, "apiserver.log"));
        await Answering.WaitAsync(Config, "/readyz", _process, _clock, cancel);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Ends the API server; etcd stays.</summary>
    public ValueTask StopServerAsync() => _process?.DisposeAsync() ?? default;

    /// <summary>The floor for this server.</summary>
    public Task<FloorProcess> FloorAsync(CancellationToken cancel) => FloorProcess.StartAsync(_folder, _clock, cancel);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopServerAsync();
        await _etcd.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string[] Arguments() =>
    [
        "--etcd-servers", _etcd.Endpoint.ToString().TrimEnd('/'), "--cert-dir", _folder, "--bind-address", "127.0.0.1", "--secure-port", $"{_port}",
        "--max-requests-inflight", "4000", "--max-mutating-requests-inflight", "4000",
    ];

    private static async Task RunToEndAsync(IEnumerable<string> arguments, CancellationToken cancel)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(Binaries.ApiServer, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0)
        {
            throw new BenchmarkException($"kube-apiserver --certs-only: {await error}{await output}");
        }
    }
}
