using System.Text.RegularExpressions;
using Kctl.App;

namespace Kctl.Proxying;

/// <summary>Which requests are passed on. A browser may be made to send requests here by any page it shows: hence the host names.</summary>
internal sealed class RequestFilter
{
    /// <summary>The hosts that clients on this machine name.</summary>
    public const string LocalHosts = @"^localhost$,^127\.0\.0\.1$,^\[::1\]$";

    /// <summary>Commands in containers: a page in the browser shall not run them.</summary>
    public const string NoCommands = "^/api/.*/pods/.*/exec,^/api/.*/pods/.*/attach";

    public required IReadOnlyList<Regex> Hosts { get; init; }

    public required IReadOnlyList<Regex> Paths { get; init; }

    public required IReadOnlyList<Regex> RejectedPaths { get; init; }

    public required IReadOnlyList<Regex> RejectedMethods { get; init; }

    /// <summary>Passes everything on.</summary>
    public static RequestFilter None { get; } = new() { Hosts = Parse(".*", ""), Paths = Parse(".*", ""), RejectedPaths = [], RejectedMethods = [] };

    /// <summary>Reads patterns separated by commas.</summary>
    public static IReadOnlyList<Regex> Parse(string patterns, string flag)
    {
        try
        {
            return [.. patterns.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => new Regex(p, RegexOptions.CultureInvariant))];
        }
        catch (ArgumentException e)
        {
            throw new CommandException($"{flag}: {e.Message}", e);
        }
    }

    public bool Accepts(RequestHead head) =>
        Matches(Hosts, HostOf(head["Host"] ?? "")) && Matches(Paths, head.Path) && !Matches(RejectedPaths, head.Path) && !Matches(RejectedMethods, head.Method);

    private static bool Matches(IReadOnlyList<Regex> patterns, string text) => patterns.Any(p => p.IsMatch(text));

    private static string HostOf(string host) => host.LastIndexOf(':') is >= 0 and var colon && host.AsSpan(colon).IndexOf(']') < 0 ? host[..colon] : host;
}
