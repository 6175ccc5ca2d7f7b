using System.Diagnostics;
using System.Globalization;

namespace Kube.Benchmarks.Targets;

/// <summary>A process started for a benchmark: its log goes to a file, and it ends with this.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _name;

    private ChildProcess(Process process, string name, string log) => (_process, _name, Log) = (process, name, log);

    /// <summary>The file its output goes to.</summary>
    public string Log { get; }

    /// <summary>Resident memory in bytes, as the kernel counts it.</summary>
    public long ResidentBytes => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))[6..^2].Trim(), CultureInfo.InvariantCulture) * 1024;

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a program; the shell that redirects its output leaves at once, and the program keeps the process id.</summary>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string log)
    {
        var info = new ProcessStartInfo("bash", ["-c", "exec \"$@\" >>\"$BENCH_LOG\" 2>&1", "bench", program, .. arguments]);
        info.Environment["BENCH_LOG"] = log;
        info.Environment["DOTNET_GCgen0size"] = "0x400000"; // As hack/up starts them.
        return new ChildProcess(Process.Start(info)!, Path.GetFileName(program), log);
    }

    /// <summary>Fails with the last line of the log when the process has ended.</summary>
    public void CheckAlive()
    {
        if (_process.HasExited)
        {
            throw new BenchmarkException($"{_name} ended with {_process.ExitCode}: {File.ReadLines(Log).LastOrDefault()}");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
