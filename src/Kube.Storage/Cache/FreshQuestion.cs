namespace Kube.Storage.Cache;

/// <summary>
/// Lets concurrent readers share one question to the store. Nobody is given the answer to a question that was sent before they asked: that answer
/// may be older than a write they know of. One question is under way at a time; those who come meanwhile share the next.
/// </summary>
/// <param name="ask">Asks the store.</param>
/// <param name="reach">Ends when what the answer names is here; readers are told then. The next question does not wait for that.</param>
internal sealed class FreshQuestion(Func<CancellationToken, Task<long>> ask, Func<long, Task> reach)
{
    private const int MostTurns = 8;
    private readonly Lock _lock = new();
    private TaskCompletionSource<long>? _next;
    private int _waiting;
    private bool _asking;

    public Task<long> AskAsync()
    {
        Task<long> answer;
        bool start;
        lock (_lock)
        {
            _next ??= new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            answer = _next.Task;
            _waiting++;
            start = !_asking;
            _asking = true;
        }

        if (start)
        {
            _ = RunAsync();
        }

        return answer;
    }

    private async Task RunAsync()
    {
        while (true)
        {
            await GatherAsync();
            if (TakeNext() is not { } readers)
            {
                return;
            }

            try
            {
                _ = AnswerAsync(readers, await ask(CancellationToken.None));
            }
            catch (Exception e)
            {
                readers.SetException(e);
            }
        }
    }

    private async Task AnswerAsync(TaskCompletionSource<long> readers, long revision)
    {
        try
        {
            await reach(revision);
            readers.SetResult(revision);
        }
        catch (Exception e)
        {
            readers.SetException(e);
        }
    }

    /// <summary>
    /// Lets readers whose requests wait for a thread come along, as long as each turn of the thread pool's queue brings some: a question costs
    /// the store and us several times what a read costs. On an idle machine this takes microseconds.
    /// </summary>
    private async Task GatherAsync()
    {
        for (var (turn, before) = (0, -1); turn < MostTurns && Volatile.Read(ref _waiting) is var waiting && waiting > before; turn++)
        {
            before = waiting;
            await Task.Yield();
        }
    }

    private TaskCompletionSource<long>? TakeNext()
    {
        lock (_lock)
        {
            var next = _next;
            _next = null;
            _waiting = 0;
            _asking = next is not null;
            return next;
        }
    }
}
