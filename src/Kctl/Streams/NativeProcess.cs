using System.Globalization;
using System.Runtime.InteropServices;

namespace Kctl.Streams;

/// <summary>Processes of this machine, told apart by number and start: numbers are used again.</summary>
internal static class NativeProcess
{
    private const int TerminateSignal = 15;

    /// <summary>Where the start time stands in the words after a process's name in its stat file.</summary>
    private const int StartField = 19;

    /// <summary>Leaves the terminal's session, so that closing the terminal does not end this process.</summary>
    public static void LeaveTerminal() => _ = NewSession();

    /// <summary>When a process started, in the system's own measure; null where there is none of that number.</summary>
    public static long? StartOf(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var words = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return words[0] == "Z" ? null : long.Parse(words[StartField], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Asks a process to end.</summary>
    public static void Terminate(int process) => _ = Kill(process, TerminateSignal);

    [DllImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NewSession();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
