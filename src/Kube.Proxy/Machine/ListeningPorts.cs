using System.Globalization;
using Kube.Proxy.Services;

namespace Kube.Proxy.Machine;

/// <summary>The ports processes of this machine listen on, from the kernel's tables.</summary>
internal static class ListeningPorts
{
    private const string Listening = "0A";
    private const string Unconnected = "07";

    private static readonly (string Path, Protocol Protocol, string State)[] s_tables =
    [
        ("/proc/net/tcp", Protocol.Tcp, Listening), ("/proc/net/tcp6", Protocol.Tcp, Listening),
        ("/proc/net/udp", Protocol.Udp, Unconnected), ("/proc/net/udp6", Protocol.Udp, Unconnected),
    ];

    /// <summary>All of them; tables this kernel does not have count as empty.</summary>
    public static IReadOnlySet<(Protocol Protocol, int Port)> Read()
    {
        var found = new HashSet<(Protocol, int)>();
        foreach (var (path, protocol, state) in s_tables)
        {
            if (File.Exists(path))
            {
                found.UnionWith(Parse(File.ReadLines(path), state).Select(port => (protocol, port)));
            }
        }

        return found;
    }

    /// <summary>The local ports of the sockets in a state. Pure.</summary>
    internal static IEnumerable<int> Parse(IEnumerable<string> lines, string state) =>
        from line in lines.Skip(1)
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where words.Length > 3 && words[3] == state
        let colon = words[1].LastIndexOf(':')
        where colon > 0
        select int.Parse(words[1].AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
