using System.Globalization;
using Kctl.App;
using Kctl.Streams;

namespace Kctl.Local;

/// <summary>A process of the cluster on this machine.</summary>
/// <param name="Name">Its name, such as <c>kubelet-node-1</c>.</param>
/// <param name="Process">Its number; null where it does not run.</param>
/// <param name="Memory">What it holds in memory, in bytes.</param>
/// <param name="Uptime">Since when it runs.</param>
internal sealed record LocalProcess(string Name, int? Process, long Memory, TimeSpan Uptime)
{
    /// <summary>Linux tells programs times in hundredths of a second, whatever it counts in itself.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Whether it runs.</summary>
    public bool Runs => Process is not null;

    /// <summary>The process a pid file names (<c>PID START</c>), if that is still the one that was started.</summary>
    public static LocalProcess Read(string name, string pidFile)
    {
        try
        {
            return File.Exists(pidFile) && Parse(File.ReadAllText(pidFile)) is var (process, start) && NativeProcess.StartOf(process) == start
                ? new LocalProcess(name, process, MemoryIn(File.ReadAllText($"/proc/{process}/status")), UptimeOf(start, File.ReadAllText("/proc/uptime")))
                : new LocalProcess(name, null, 0, TimeSpan.Zero);
        }
        catch (IOException)
        {
            return new LocalProcess(name, null, 0, TimeSpan.Zero); // It ended just now.
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CommandException($"{pidFile} may not be read by you; the cluster is another user's: try again as root", e);
        }
    }

    /// <summary>The resident memory in the text of a process's status file. Pure.</summary>
    public static long MemoryIn(string status) => status.Split('\n').FirstOrDefault(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)) is { } line
        && long.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture, out var kibibytes) ? kibibytes * 1024 : 0;

    /// <summary>How long ago a process started, by the text of the machine's own uptime. Pure.</summary>
    public static TimeSpan UptimeOf(long start, string uptime) => TimeSpan.FromSeconds(Math.Max(0, double.Parse(uptime.Split(' ')[0], CultureInfo.InvariantCulture) - (start / TicksPerSecond)));

    /// <summary>Number and start of a pid file's process; null where it says none. Pure.</summary>
    public static (int Process, long Start)? Parse(string text) =>
        text.Split(' ', '\n') is [var number, var start, ..] && int.TryParse(number, CultureInfo.InvariantCulture, out var process) && long.TryParse(start, CultureInfo.InvariantCulture, out var ticks)
            ? (process, ticks) : null;
}
