namespace Kube.Storage.Cache;

/// <summary>
/// Lets concurrent readers share one question to the store. Nobody is given the answer to a question that was sent before they asked: that answer
/// may be older than a write they know of. One question is under way at a time; those who come meanwhile share the next.
/// </summary>
internal sealed class FreshQuestion(Func<CancellationToken, Task<long>> ask)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource<long>? _next;
    private bool _asking;

    public Task<long> AskAsync()
    {
        Task<long> answer;
        bool start;
        lock (_lock)
        {
            _next ??= new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            answer = _next.Task;
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
        while (TakeNext() is { } readers)
        {
            try
            {
                readers.SetResult(await ask(CancellationToken.None));
            }
            catch (Exception e)
            {
                readers.SetException(e);
            }
        }
    }

    private TaskCompletionSource<long>? TakeNext()
    {
        lock (_lock)
        {
            var next = _next;
            _next = null;
            _asking = next is not null;
            return next;
        }
    }
}
