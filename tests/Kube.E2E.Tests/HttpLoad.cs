using System.Collections.Concurrent;

namespace Kube.E2E.Tests;

/// <summary>Constant HTTP load: some workers, one new connection per request, every failure kept with its time and reason.</summary>
public sealed class HttpLoad : IAsyncDisposable
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _failures = [];
    private readonly ConcurrentDictionary<string, int> _answers = new();
    private readonly List<Task> _workers = [];
    private int _requests;

    public HttpLoad(string url, int workers = 4)
    {
        for (var i = 0; i < workers; i++)
        {
            _workers.Add(WorkAsync(url));
        }
    }

    /// <summary>Requests made so far.</summary>
    public int Requests => _requests;

    /// <summary>Requests that failed, with their reasons.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>The first line of each answer, and how often it came.</summary>
    public IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>Ends the load after the requests under way; what was counted stays.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_workers);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task WorkAsync(string url)
    {
        using var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero, ConnectTimeout = TimeSpan.FromSeconds(5) };
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(10) };
        client.DefaultRequestHeaders.ConnectionClose = true;
        while (!_stop.IsCancellationRequested)
        {
            Interlocked.Increment(ref _requests);
            try
            {
                var answer = await client.GetStringAsync(url);
                _answers.AddOrUpdate(answer.Split('\n')[0], 1, (_, n) => n + 1);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                _failures.Enqueue($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {e.Message}");
            }

            await Task.Delay(s_pace, TimeProvider.System);
        }
    }
}
