namespace Kube.Hosting;

/// <summary>The main method of every process.</summary>
public static class Component
{
    /// <summary>
    /// Parses flags, sets up logging, serves health and metrics, runs <paramref name="run"/> until SIGTERM or SIGINT cancels its token, and returns the exit code:
    /// 0 after a graceful stop or <c>--help</c>, 1 with one line when it cannot start or fails, 2 with one line for wrong flags.
    /// <paramref name="flags"/> declares the process's own flags and returns what holds them; their values are there when <paramref name="run"/> is called.
    /// </summary>
    public static Task<int> RunAsync<TFlags>(
        ComponentInfo info, string[] args, Func<FlagSet, TFlags> flags, Func<ComponentHost, TFlags, CancellationToken, Task> run) =>
        throw new NotSupportedException();
}
