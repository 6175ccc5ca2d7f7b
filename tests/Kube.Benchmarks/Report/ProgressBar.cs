namespace Kube.Benchmarks.Report;

/// <summary>A line on the terminal that says how far a load is; nothing where output is not a terminal.</summary>
internal sealed class ProgressBar(string what, long total) : IDisposable
{
    private const int Width = 30;
    private readonly bool _shown = !Console.IsErrorRedirected;
    private long _done;
    private int _drawn = -1;

    /// <summary>Counts work that is done; may be called from any thread.</summary>
    public void Add(long count = 1)
    {
        var done = Interlocked.Add(ref _done, count);
        var filled = (int)(done * Width / Math.Max(1, total));
        if (_shown && Interlocked.Exchange(ref _drawn, filled) != filled)
        {
            Console.Error.Write($"\r  {what,-44} [{new string('#', Math.Min(filled, Width)),-Width}]");
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_shown)
        {
            Console.Error.Write("\r" + new string(' ', 44 + Width + 8) + "\r");
        }
    }
}
