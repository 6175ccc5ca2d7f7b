namespace Kube.Kubelet.Node;

/// <summary>Single facts out of the kernel's and the system's text files; empty or 0 where there is none.</summary>
internal static class ProcFile
{
    public static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    public static long MemoryKilobytes(string field) =>
        Text("/proc/meminfo").Split('\n').FirstOrDefault(l => l.StartsWith(field, StringComparison.Ordinal)) is { } line
        && long.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], out var value)
            ? value
            : 0;

    public static string OsName() =>
        Text("/etc/os-release").Split('\n').FirstOrDefault(l => l.StartsWith("PRETTY_NAME=", StringComparison.Ordinal))?.Split('=', 2)[1].Trim('"') ?? "Linux";
}
