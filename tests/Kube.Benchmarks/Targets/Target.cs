using Kube.Benchmarks.Floors;
using Kube.Benchmarks.Load;
using Kube.Client;

namespace Kube.Benchmarks.Targets;

/// <summary>The server that is measured, ours and fresh or somebody's, with the floors to measure it against.</summary>
internal sealed class Target : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _parts;

    private Target(ClientConfig config, FloorProcess floor, Uri etcd, ChildProcess? process, List<IAsyncDisposable> parts) =>
        (Config, Floor, Etcd, Process, _parts) = (config, floor, etcd, process, parts);

    /// <summary>How to reach the server.</summary>
    public ClientConfig Config { get; }

    /// <summary>The bare web server.</summary>
    public FloorProcess Floor { get; }

    /// <summary>The etcd that raw puts go to; the server's own where the server is ours.</summary>
    public Uri Etcd { get; }

    /// <summary>The server's process, where it is ours.</summary>
    public ChildProcess? Process { get; }

    /// <summary>Starts what is to be started.</summary>
    public static async Task<Target> OpenAsync(BenchOptions options, TimeProvider clock, CancellationToken cancel)
    {
        // The floor's certificate is made by the server's own authority, so a remote server needs one made here too.
        var local = await LocalServer.StartAsync(clock, cancel, start: options.Remote is null);
        try
        {
            var floor = await local.FloorAsync(cancel);
            return new Target(options.Remote ?? local.Config, floor, local.Etcd, options.Remote is null ? local.Process : null, [floor, local]);
        }
        catch
        {
            await local.DisposeAsync();
            throw;
        }
    }

    /// <summary>A namespace for the objects of one benchmark.</summary>
    public async Task<string> NamespaceAsync(CancellationToken cancel)
    {
        var name = "bench-" + Guid.NewGuid().ToString("N")[..8];
        using var http = new HttpTarget(Config, 1);
        await http.SendAsync(0, HttpMethod.Post, "/api/v1/namespaces", Manifests.Namespace(name), cancel);
        return name;
    }

    /// <summary>Fills a namespace with pods.</summary>
    public async Task<LoadResult> FillAsync(string ns, int from, int count, CancellationToken cancel)
    {
        using var http = new HttpTarget(Config, Manifests.Writers);
        return await LoadRun.CountAsync(
            $"creating {count:#,0} pods", Manifests.Writers, count, (n, stop) => http.SendAsync(n, HttpMethod.Post, $"/api/v1/namespaces/{ns}/pods", Manifests.Pod(from + n), stop), cancel);
    }

    /// <summary>Takes a benchmark's objects away from a server that stays.</summary>
    public async Task ClearAsync(string ns, CancellationToken cancel)
    {
        if (Process is null)
        {
            using var http = new HttpTarget(Config, 1);
            await http.SendAsync(0, HttpMethod.Delete, $"/api/v1/namespaces/{ns}/pods?gracePeriodSeconds=0", null, cancel);
            await http.SendAsync(0, HttpMethod.Delete, $"/api/v1/namespaces/{ns}", null, cancel);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var part in _parts)
        {
            await part.DisposeAsync();
        }
    }
}
