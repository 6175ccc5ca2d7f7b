using Kube.Benchmarks.Load;
using Kube.Benchmarks.Targets;
using Kube.Client;
using Kube.Testing;

namespace Kube.Benchmarks.Floors;

/// <summary>A running <see cref="FloorServer"/>.</summary>
internal sealed class FloorProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private FloorProcess(ChildProcess process, ClientConfig config) => (_process, Config) = (process, config);

    /// <summary>Where it is, for <see cref="HttpTarget"/>.</summary>
    public ClientConfig Config { get; }

    /// <summary>Starts one with the certificate in a folder, and waits until it answers.</summary>
    public static async Task<FloorProcess> StartAsync(string certificates, TimeProvider clock, CancellationToken cancel)
    {
        var address = new UriBuilder(FreePort.NextUrl()) { Scheme = "https" }.Uri;
        var process = ChildProcess.Start(
            Environment.ProcessPath!,
            ["floor", $"{address.Port}", Path.Combine(certificates, "apiserver.crt"), Path.Combine(certificates, "apiserver.key")],
            Path.Combine(certificates, "floor.log"));
        var floor = new FloorProcess(process, new ClientConfig { Server = address, InsecureSkipTlsVerify = true });
        await Answering.WaitAsync(floor.Config, "/", process, clock, cancel);
        return floor;
    }

    /// <summary>Lets the floor hand out some bytes; returns the path they are at.</summary>
    public async Task<string> ServeAsync(string name, byte[] body, CancellationToken cancel)
    {
        using var target = new HttpTarget(Config, 1);
        await target.SendAsync(0, HttpMethod.Put, "/" + name, body, cancel);
        return "/" + name;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
