using System.Globalization;
using System.Net;
using Kctl.App;

namespace Kctl.Services;

/// <summary>Ports as Docker writes them: <c>8080:80</c>, <c>53:53/udp</c>, <c>8000-8002:80-82</c>, <c>127.0.0.1:8080:80</c>, <c>published=8080,target=80,mode=host</c>.</summary>
internal static class PortSyntax
{
    /// <summary>The ports of a short or long form. <paramref name="address"/> is the address they were asked to be published on; null for every one. Throws <see cref="CommandException"/>.</summary>
    public static IReadOnlyList<PublishedPort> Parse(string text, out string? address)
    {
        address = null;
        return text.Contains('=') ? Long(text) : Short(text, out address);
    }

    /// <summary><c>80</c>, <c>80/udp</c>, <c>80-82</c>.</summary>
    public static IReadOnlyList<ServicePortNumber> ParseExposed(string text)
    {
        var (range, protocol) = SplitProtocol(text, text);
        return [.. Range(range, text).Select(p => new ServicePortNumber(p, protocol))];
    }

    /// <summary>TCP, UDP or SCTP.</summary>
    public static string Protocol(string text, string whole) => text.ToUpperInvariant() is "TCP" or "UDP" or "SCTP"
        ? text.ToUpperInvariant()
        : throw new CommandException($"\"{whole}\": the protocol is tcp, udp or sctp, not \"{text}\"");

    /// <summary>A port's number.</summary>
    public static int Number(string text, string whole) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 65535 ? number
            : throw new CommandException($"\"{whole}\": \"{text}\" is not a port, which is a number from 1 to 65535");

    private static List<PublishedPort> Short(string text, out string? address)
    {
        var (rest, protocol) = SplitProtocol(text, text);
        var colon = rest.LastIndexOf(':');
        var target = Range(rest[(colon + 1)..], text);
        address = null;
        if (colon < 0)
        {
            return [.. target.Select(t => new PublishedPort(null, t, protocol))];
        }

        var published = rest[..colon];
        var before = published.LastIndexOf(':');
        if (before >= 0)
        {
            address = published[..before].Trim('[', ']');
            if (!IPAddress.TryParse(address, out _))
            {
                throw new CommandException($"\"{text}\": \"{address}\" is not an address; a port is written PUBLISHED:TARGET, as in 8080:80");
            }

            published = published[(before + 1)..];
        }

        if (published.Length == 0)
        {
            return [.. target.Select(t => new PublishedPort(null, t, protocol))];
        }

        var outside = Range(published, text);
        return outside.Count == target.Count
            ? [.. outside.Zip(target, (p, t) => new PublishedPort(p, t, protocol))]
            : throw new CommandException($"\"{text}\": {outside.Count} ports cannot be published for {target.Count}");
    }

    private static List<PublishedPort> Long(string text)
    {
        int? published = null, target = null;
        var (protocol, host) = ("TCP", false);
        foreach (var part in text.Split(','))
        {
            var (key, value) = part.Split('=', 2) is [var k, var v] ? (k.Trim().ToLowerInvariant(), v.Trim()) : (part, "");
            switch (key)
            {
                case "published":
                    published = Number(value, text);
                    break;
                case "target":
                    target = Number(value, text);
                    break;
                case "protocol":
                    protocol = Protocol(value, text);
                    break;
                case "mode":
                    host = value is "host" or "ingress" ? value == "host" : throw new CommandException($"\"{text}\": the mode is ingress or host, not \"{value}\"");
                    break;
                default:
                    throw new CommandException($"\"{text}\": unknown key \"{key}\"{Suggestion.Tail(key, ["published", "target", "protocol", "mode"])}");
            }
        }

        return [new PublishedPort(published, target ?? throw new CommandException($"\"{text}\": target=PORT is missing"), protocol, host)];
    }

    private static (string Numbers, string Protocol) SplitProtocol(string text, string whole)
    {
        var slash = text.IndexOf('/');
        return slash < 0 ? (text, "TCP") : (text[..slash], Protocol(text[(slash + 1)..], whole));
    }

    private static List<int> Range(string text, string whole)
    {
        var dash = text.IndexOf('-');
        var first = Number(dash < 0 ? text : text[..dash], whole);
        var last = dash < 0 ? first : Number(text[(dash + 1)..], whole);
        return last >= first ? [.. Enumerable.Range(first, last - first + 1)] : throw new CommandException($"\"{whole}\": the range {text} ends before it begins");
    }
}
