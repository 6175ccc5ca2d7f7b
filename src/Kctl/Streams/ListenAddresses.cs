using System.Net;
using Kctl.App;

namespace Kctl.Streams;

/// <summary>The addresses of this machine that <c>--address</c> names.</summary>
internal static class ListenAddresses
{
    /// <summary>Reads <c>localhost,10.0.0.5</c>; localhost is both of its addresses.</summary>
    public static IReadOnlyList<IPAddress> Parse(string? text) =>
        [.. (text ?? "localhost").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(One).Distinct()];

    private static IPAddress[] One(string word) => word == "localhost" ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
        : IPAddress.TryParse(word, out var address) ? [address]
        : throw new CommandException($"{word} is not a valid IP; --address takes addresses of this machine and localhost");
}
