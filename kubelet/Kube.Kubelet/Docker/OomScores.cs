using System.Globalization;

namespace Kube.Kubelet.Docker;

/// <summary>
/// How low an out-of-memory adjustment may be here. Going below one's own takes CAP_SYS_RESOURCE, which confined machines do not have;
/// there runc would fail to start the container at all.
/// </summary>
internal static class OomScores
{
    private const int Lowest = -1000;
    private const int SysResource = 24;

    public static int LowestAllowed()
    {
        var capabilities = File.ReadLines("/proc/self/status").FirstOrDefault(l => l.StartsWith("CapEff:", StringComparison.Ordinal))?.Split('\t')[^1];
        var may = ulong.TryParse(capabilities, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) && (bits & (1UL << SysResource)) != 0;
        return may ? Lowest : int.TryParse(File.ReadAllText("/proc/self/oom_score_adj"), out var own) ? own : 0;
    }
}
