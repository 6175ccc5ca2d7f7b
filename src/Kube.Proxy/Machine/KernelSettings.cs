using System.Globalization;

namespace Kube.Proxy.Machine;

/// <summary>The kernel settings Services need.</summary>
internal static class KernelSettings
{
    private static readonly (string Path, bool Required)[] s_on =
    [
        // Pods are behind the machine.
        ("net/ipv4/ip_forward", true),

        // Packets between pods of one bridge pass the packet rules too, so that answers to translated connections are translated back.
        // Absent where the kernel's br_netfilter is not loaded; without bridges there is nothing to do.
        ("net/bridge/bridge-nf-call-iptables", false),

        // Node ports on 127.0.0.1.
        ("net/ipv4/conf/all/route_localnet", false),
    ];

    public static async Task EnsureAsync(CancellationToken ct)
    {
        foreach (var (path, required) in s_on)
        {
            var file = Path.Combine("/proc/sys", path);
            try
            {
                if ((await File.ReadAllTextAsync(file, ct)).Trim() == "0")
                {
                    await File.WriteAllTextAsync(file, 1.ToString(CultureInfo.InvariantCulture), ct);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (required)
                {
                    throw new NetworkException($"cannot switch on {path.Replace('/', '.')}: {e.Message}");
                }
            }
        }
    }
}
