using System.Net;

namespace Kube.Proxy.Dns;

/// <summary>The name servers of a <c>resolv.conf</c>, read again when the file changes.</summary>
internal sealed class ResolvConf(string path, IReadOnlyCollection<IPAddress> own)
{
    private (DateTime Changed, IReadOnlyList<IPEndPoint> Servers) _read = (DateTime.MinValue, []);

    /// <summary>The servers; none where the file is missing. Our own address is left out, or we would ask ourselves for ever.</summary>
    public IReadOnlyList<IPEndPoint> Servers()
    {
        var changed = File.GetLastWriteTimeUtc(path);
        var read = _read;
        if (changed != read.Changed)
        {
            read = (changed, File.Exists(path) ? Parse(File.ReadAllLines(path), own) : []);
            _read = read;
        }

        return read.Servers;
    }

    internal static IReadOnlyList<IPEndPoint> Parse(IEnumerable<string> lines, IReadOnlyCollection<IPAddress> own) =>
    [
        .. lines
            .Select(line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is ["nameserver", _, ..])
            .Select(words => IPEndPoint.TryParse(words[1], out var server) ? new IPEndPoint(server.Address, server.Port == 0 ? 53 : server.Port) : null)
            .OfType<IPEndPoint>()
            .Where(server => !own.Contains(server.Address))
            .Take(3),
    ];
}
