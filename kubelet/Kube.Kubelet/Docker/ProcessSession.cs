using System.Globalization;
using System.Runtime.InteropServices;
using Kube.Kubelet.Node;

namespace Kube.Kubelet.Docker;

/// <summary>
/// Ends a command together with what it has started: the engine makes every command the leader of a session of its own. Its members are told that
/// their terminal has gone (SIGHUP); what is left of them after that is killed.
/// </summary>
internal static class ProcessSession
{
    private const int Hangup = 1;
    private const int Kill = 9;
    private const int Looks = 20;
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    /// <summary>Ends the session led by a process, if that still belongs to the container.</summary>
    public static async Task EndAsync(int leader, string containerId, TimeProvider time, CancellationToken ct)
    {
        var members = Members(leader, containerId);
        Signal(members, Hangup);
        for (var look = 0; look < Looks && members.Count > 0; look++)
        {
            await Task.Delay(s_look, time, ct);
            members = Members(leader, containerId);
        }

        Signal(members, Kill);
    }

    // Numbers of processes are given out again: only those still in the container's cgroup are meant.
    private static List<int> Members(int leader, string containerId) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0 && SessionOf(pid) == leader && ProcFile.Text($"/proc/{pid}/cgroup").Contains(containerId, StringComparison.Ordinal)),
    ];

    // The fields after the name in parentheses: state, parent, group, session. 0 for one that only waits to be buried.
    private static int SessionOf(int pid)
    {
        var stat = ProcFile.Text($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 3 && fields[0] != "Z" && int.TryParse(fields[3], out var session) ? session : 0;
    }

    private static void Signal(List<int> pids, int signal)
    {
        foreach (var pid in pids)
        {
            _ = NativeMethods.Kill(pid, signal);
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "kill")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int Kill(int pid, int signal);
    }
}
