using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace Kube.Hosting;

/// <summary>The main method of every process.</summary>
public static class Component
{
    private const int Failed = 1;
    private const int WrongFlags = 2;

    /// <summary>How long a process may take to stop before it is left as it is.</summary>
    private static readonly TimeSpan s_stopWithin = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Parses flags, sets up logging, serves health and metrics, runs <paramref name="run"/> until SIGTERM or SIGINT cancels its token, and returns the exit code:
    /// 0 after a graceful stop or <c>--help</c>, 1 with one line when it cannot start or fails, 2 with one line for wrong flags.
    /// <paramref name="flags"/> declares the process's own flags and returns what holds them; their values are there when <paramref name="run"/> is called.
    /// A process stops at the first signal within a deadline, and at the second at once.
    /// </summary>
    public static async Task<int> RunAsync<TFlags>(
        ComponentInfo info, string[] args, Func<FlagSet, TFlags> flags, Func<ComponentHost, TFlags, CancellationToken, Task> run)
    {
        var declared = new FlagSet();
        var common = new ComponentFlags(declared, info);
        var own = flags(declared);
        try
        {
            declared.Parse(args);
            common.Check();
        }
        catch (FlagException e)
        {
            await Console.Error.WriteLineAsync($"{info.Name}: {e.Message}; see {info.Name} --help");
            return WrongFlags;
        }

        if (common.Help)
        {
            await Console.Out.WriteAsync($"{info.Summary}\n\nUsage: {info.Name} [flags]\n\nFlags:\n{declared.Describe()}");
            return 0;
        }

        return await RunAsync(info, common, (host, ct) => run(host, own, ct));
    }

    private static async Task<int> RunAsync(ComponentInfo info, ComponentFlags flags, Func<ComponentHost, CancellationToken, Task> run)
    {
        var time = TimeProvider.System;
        using var stderr = Console.OpenStandardError();
        using var provider = new LineLoggerProvider(stderr, flags.Format, flags.LowestLevel, time);
        using var loggers = LoggerFactory.Create(logging => Configure(logging.AddProvider(provider), flags.LowestLevel));
#pragma warning disable RS0030 // The one place where a process gets its randomness.
        var host = new ComponentHost(info, loggers) { Kubeconfig = flags.KubeconfigPath, Time = time, Random = Random.Shared };
#pragma warning restore RS0030
        ProcessMetrics.Register(host.Metrics);
        using var stop = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => OnSignal(signal, stop));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => OnSignal(signal, stop));
        try
        {
            await using var server = info.DefaultPort is null ? null : await StatusServer.StartAsync(host, flags, stop.Token);
            await RunUntilStoppedAsync(host, run, stop.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception e)
        {
            if (IsDefect(e))
            {
                host.Logger.Crashed(e);
            }

            await Console.Error.WriteLineAsync($"{info.Name}: {OneLine(e.Message)}");
            return Failed;
        }
    }

    private static void Configure(ILoggingBuilder logging, LogLevel lowest)
    {
        logging.SetMinimumLevel(lowest);

        // The web server speaks of every request and connection; that a host cannot start is said once, by RunAsync.
        logging.AddFilter("Microsoft", lowest == LogLevel.Trace ? LogLevel.Debug : LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);

        // As long as anybody might listen, it makes an activity and a scope of every request.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    private static async Task RunUntilStoppedAsync(ComponentHost host, Func<ComponentHost, CancellationToken, Task> run, CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(() =>
        {
            host.Logger.Stopping();
            stopped.SetResult();
        });
        var work = run(host, stop);
        if (await Task.WhenAny(work, stopped.Task) != work)
        {
            await Task.WhenAny(work, Task.Delay(s_stopWithin, host.Time, CancellationToken.None));
            if (!work.IsCompleted)
            {
                throw new TimeoutException($"did not stop within {s_stopWithin.TotalSeconds:0} s");
            }
        }

        await work;
    }

    private static void OnSignal(PosixSignalContext signal, CancellationTokenSource stop)
    {
        // Without Cancel the runtime ends the process: that is what a second signal asks for.
        signal.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }

    /// <summary>Errors of our own making, for which the stack is worth a log entry; all others are explained by their message.</summary>
    private static bool IsDefect(Exception e) => e
        is NullReferenceException or InvalidOperationException or ArgumentException or InvalidCastException
        or IndexOutOfRangeException or KeyNotFoundException or NotSupportedException or NotImplementedException or AggregateException;

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd();
}
