using System.Globalization;
using Kctl.App;

namespace Kctl.Streams;

/// <summary>What the user asked for: a port here (0 for any that is free) and a port there, by number or name.</summary>
/// <param name="Local">The port on this machine; 0 for a free one.</param>
/// <param name="Remote">Number or name of the port of the pod or Service.</param>
internal sealed record PortMapping(int Local, string Remote)
{
    /// <summary>Reads <c>4000:80</c>, <c>:80</c>, <c>5000</c>, <c>4000:http</c>.</summary>
    public static PortMapping Parse(string text)
    {
        var parts = text.Split(':');
        var (local, remote) = parts switch
        {
            [{ Length: > 0 } both] => (both, both),
            [var here, { Length: > 0 } there] => (here.Length == 0 ? "0" : here, there),
            _ => throw Wrong(text),
        };
        if (parts.Length == 1 && Number(remote) is null)
        {
            return new PortMapping(-1, remote); // A name stands for its own number on both sides.
        }

        return new PortMapping(Number(local) ?? throw Wrong(text), remote);
    }

    /// <summary>The text as a port number, null where it is none; 0 is one only for this side.</summary>
    public static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ushort.MaxValue ? number : null;

    private static CommandException Wrong(string text) => new($"invalid port format '{text}': LOCAL:REMOTE, :REMOTE for any free local port, or one number for both");
}

/// <summary>A mapping whose both ends are known.</summary>
internal sealed record ForwardedPort(int Local, int Remote);
