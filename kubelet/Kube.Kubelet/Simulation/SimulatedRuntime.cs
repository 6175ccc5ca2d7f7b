using System.Text;
using System.Threading.Channels;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Simulation;

/// <summary>
/// A runtime that only pretends: a container is a record, its log a few lines about itself, its commands an echo. Containers take as long to start and
/// to stop as the options say, end by themselves where that is expected of them, and fail as often as asked for.
/// </summary>
internal sealed class SimulatedRuntime(SimulationOptions options, SimulatedImages images, TimeProvider time, Random random) : IContainerRuntime
{
    private const int Killed = 137;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SimulatedContainer> _containers = [];
    private readonly Channel<RuntimeEvent> _events = Channel.CreateUnbounded<RuntimeEvent>(new UnboundedChannelOptions { SingleReader = true });

    public Task<string> VersionAsync(CancellationToken ct) => Task.FromResult("simulated://1");

    public Task<IReadOnlyList<ContainerSnapshot>> ListAsync(CancellationToken ct)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<ContainerSnapshot>>([.. _containers.Values.Select(c => c.Seen)]);
        }
    }

    public Task<ContainerSnapshot?> InspectAsync(string id, CancellationToken ct) => Task.FromResult(Find(id)?.Seen);

    public Task<string> CreateAsync(ContainerRequest request, CancellationToken ct)
    {
        var id = $"{random.NextInt64():x16}{random.NextInt64():x16}";
        var seen = new ContainerSnapshot
        {
            Id = id,
            Identity = request.Identity,
            Image = request.Image,
            ImageId = images.Find(request.Image).Id,
            CreatedAt = Now,
        };
        lock (_lock)
        {
            _containers[id] = new SimulatedContainer(seen, request.RunsToCompletion);
        }

        return Task.FromResult(id);
    }

    public async Task StartAsync(string id, CancellationToken ct)
    {
        var container = Find(id) ?? throw new RuntimeException($"no such container: {id}", RuntimeFailure.NotFound);
        var isSandbox = container.Seen.Identity.Role == ContainerRole.Sandbox;
        if (!isSandbox && options.StartDelay > TimeSpan.Zero)
        {
            await Task.Delay(options.StartDelay, time, ct);
        }

        lock (_lock)
        {
            container.Seen = container.Seen with { Phase = ContainerPhase.Running, StartedAt = Now, Pid = 1 };
        }

        Tell(container, RuntimeEventType.Started);
        var fails = !isSandbox && random.NextDouble() < options.FailureRate;
        if (fails || container.RunsToCompletion)
        {
            _ = EndAsync(container, fails ? 1 : 0, options.RunTime);
        }
    }

    public Task SignalAsync(string id, string signal, CancellationToken ct)
    {
        if (Find(id) is { } container)
        {
            var kill = signal is "SIGKILL" or "KILL" or "9";
            _ = EndAsync(container, kill ? Killed : 0, kill ? TimeSpan.Zero : options.StopDelay);
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(string id, CancellationToken ct)
    {
        SimulatedContainer? removed;
        lock (_lock)
        {
            _containers.Remove(id, out removed);
        }

        if (removed is not null)
        {
            End(removed, Killed);
            Tell(removed, RuntimeEventType.Removed);
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<RuntimeEvent> EventsAsync(DateTimeOffset since, CancellationToken ct) => _events.Reader.ReadAllAsync(ct);

    public Task<ExecResult> ExecAsync(string id, IReadOnlyList<string> command, CancellationToken ct) =>
        Find(id) is { Seen.IsRunning: true }
            ? Task.FromResult(new ExecResult(0, string.Join(' ', command) + "\n"))
            : throw new RuntimeException($"container {id} is not running", RuntimeFailure.Conflict);

    public async Task CopyLogsAsync(string id, LogQuery query, Stream output, CancellationToken ct)
    {
        var container = Find(id) ?? throw new RuntimeException($"no such container: {id}", RuntimeFailure.NotFound);
        await WriteAsync(container.Seen.StartedAt, $"simulated container {container.Seen.Name} of pod {container.Seen.Identity.PodNamespace}/{container.Seen.Identity.PodName} runs {container.Seen.Image}");
        if (query.Follow)
        {
            await Ended(container).WaitAsync(ct);
        }

        if (container.Seen.HasExited)
        {
            await WriteAsync(container.Seen.FinishedAt, $"ended with exit code {container.Seen.ExitCode}");
        }

        async Task WriteAsync(DateTime? at, string line)
        {
            if (query.TailLines != 0 && !(query.Since > at))
            {
                await output.WriteAsync(Encoding.UTF8.GetBytes(query.Timestamps ? $"{at:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'} {line}\n" : line + "\n"), ct);
                await output.FlushAsync(ct);
            }
        }
    }

    public Task<ImageInfo?> FindImageAsync(string image, CancellationToken ct) => Task.FromResult<ImageInfo?>(images.Find(image));

    /// <summary>None: five thousand nodes would each report them.</summary>
    public Task<IReadOnlyList<ImageInfo>> ListImagesAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<ImageInfo>>([]);

    public Task PullImageAsync(string image, RegistryCredentials? credentials, CancellationToken ct) => Task.CompletedTask;

    public Task ImportImageAsync(string image, Stream tar, CancellationToken ct) => Task.CompletedTask;

    public Task EnsureNetworkAsync(PodNetworkSpec network, CancellationToken ct) => Task.CompletedTask;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private SimulatedContainer? Find(string id)
    {
        lock (_lock)
        {
            return _containers.GetValueOrDefault(id);
        }
    }

    private Task Ended(SimulatedContainer container)
    {
        lock (_lock)
        {
            if (container.Seen.HasExited)
            {
                return Task.CompletedTask;
            }

            container.End ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return container.End.Task;
        }
    }

    private async Task EndAsync(SimulatedContainer container, int exitCode, TimeSpan delay)
    {
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, time, CancellationToken.None);
        }

        if (End(container, exitCode))
        {
            Tell(container, RuntimeEventType.Ended);
        }
    }

    private bool End(SimulatedContainer container, int exitCode)
    {
        lock (_lock)
        {
            if (!container.Seen.IsRunning)
            {
                return false;
            }

            container.Seen = container.Seen with { Phase = ContainerPhase.Exited, FinishedAt = Now, ExitCode = exitCode, Pid = 0 };
            container.End?.TrySetResult();
            return true;
        }
    }

    private void Tell(SimulatedContainer container, RuntimeEventType what) =>
        _events.Writer.TryWrite(new RuntimeEvent(container.Seen.Id, container.Seen.Identity.PodUid, what, time.GetUtcNow()));
}
