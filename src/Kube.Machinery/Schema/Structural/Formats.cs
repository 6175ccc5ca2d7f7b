using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Kube.Machinery.Schema.Structural;

/// <summary>The formats of strings that are enforced; others, such as int32, only describe.</summary>
internal static partial class Formats
{
    private static readonly FrozenDictionary<string, Func<string, bool>> s_checks = new Dictionary<string, Func<string, bool>>(StringComparer.Ordinal)
    {
        ["bsonobjectid"] = t => BsonId().IsMatch(t),
        ["uri"] = t => t.StartsWith('/') || Uri.TryCreate(t, UriKind.Absolute, out _),
        ["email"] = t => MailAddress.TryCreate(t, out _),
        ["hostname"] = IsHostname,
        ["ipv4"] = t => !t.Contains(':', StringComparison.Ordinal) && IsIP(t),
        ["ipv6"] = t => t.Contains(':', StringComparison.Ordinal) && IsIP(t),
        ["cidr"] = IsCidr,
        ["mac"] = t => Mac().IsMatch(t),
        ["uuid"] = t => Uuid().IsMatch(t),
        ["uuid3"] = t => Uuid().IsMatch(t) && Version(t) == '3',
        ["uuid4"] = t => Uuid().IsMatch(t) && Version(t) == '4' && Variant(t),
        ["uuid5"] = t => Uuid().IsMatch(t) && Version(t) == '5' && Variant(t),
        ["isbn"] = t => IsIsbn10(t) || IsIsbn13(t),
        ["isbn10"] = IsIsbn10,
        ["isbn13"] = IsIsbn13,
        ["creditcard"] = IsCreditCard,
        ["ssn"] = t => Ssn().IsMatch(t),
        ["hexcolor"] = t => HexColor().IsMatch(t),
        ["rgbcolor"] = t => RgbColor().IsMatch(t),
        ["byte"] = t => Base64().IsMatch(t),
        ["password"] = _ => true,
        ["date"] = IsDate,
        ["duration"] = t => t == "0" || GoDuration().IsMatch(t) || WordDuration().IsMatch(t),
        ["datetime"] = IsDateTime,
        ["k8sshortname"] = t => t.Length <= 63 && DnsLabel().IsMatch(t),
        ["k8slongname"] = t => t.Length <= 253 && t.Split('.').All(DnsLabel().IsMatch),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True for a format that tells readers something and is not enforced.</summary>
    public static bool IsDescriptive(string format) => format is "int32" or "int64" or "float" or "double" or "int-or-string";

    /// <summary>True for a format that is enforced; hyphens in its name do not count.</summary>
    public static bool IsKnown(string? format) => format is not null && s_checks.ContainsKey(Bare(format));

    /// <summary>Whether a string has a known format.</summary>
    public static bool Fits(string format, string text) => s_checks[Bare(format)](text);

    private static string Bare(string format) => format.Replace("-", "", StringComparison.Ordinal);

    private static bool IsIP(string text) => !text.Contains('%', StringComparison.Ordinal) && !text.StartsWith('[') && IPAddress.TryParse(text, out var address)
        && (text.Contains(':', StringComparison.Ordinal) || address.ToString() == text);

    private static bool IsCidr(string text) => text.Split('/') is [var address, var bits] && IsIP(address)
        && int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= (address.Contains(':', StringComparison.Ordinal) ? 128 : 32);

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDateTime(string text) => text.ToLowerInvariant().Split('t') is [var date, var time] && IsDate(date)
        && TimeOfDay().Match(time) is { Success: true } parts && Below(parts.Groups[1], 24) && Below(parts.Groups[2], 60) && Below(parts.Groups[3], 60);

    private static bool Below(Group digits, int limit) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) < limit;

    private static bool IsHostname(string text) => text.Length is > 0 and <= 255 && text.Split('.').All(l => l.Length is > 0 and <= 63
        && l[0] != '-' && l[^1] != '-' && l.All(c => char.IsLetterOrDigit(c) || char.IsSymbol(c) || c == '-'));

    // The version and the variant of a UUID stand after the second and the third hyphen, which may be left out.
    private static char Version(string uuid) => Bare(uuid)[12];

    private static bool Variant(string uuid) => Bare(uuid)[16] is '8' or '9' or 'a' or 'b' or 'A' or 'B';

    private static bool IsIsbn10(string text)
    {
        var digits = Digits(text);
        return digits.Length == 10 && digits[..9].All(char.IsAsciiDigit) && (char.IsAsciiDigit(digits[9]) || digits[9] is 'X' or 'x')
            && digits.Select((c, i) => (10 - i) * (char.IsAsciiDigit(c) ? c - '0' : 10)).Sum() % 11 == 0;
    }

    private static bool IsIsbn13(string text)
    {
        var digits = Digits(text);
        return digits.Length == 13 && digits.All(char.IsAsciiDigit) && digits.Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 3)).Sum() % 10 == 0;
    }

    private static bool IsCreditCard(string text)
    {
        var digits = Digits(text);
        return digits.Length is >= 13 and <= 19 && digits.All(char.IsAsciiDigit)
            && digits.Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : ((c - '0') * 2 / 10) + ((c - '0') * 2 % 10)).Sum() % 10 == 0;
    }

    private static string Digits(string text) => text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^[0-9a-f]{24}\z")]
    private static partial Regex BsonId();

    [GeneratedRegex(@"^([0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){7}|[0-9A-Fa-f]{4}(\.[0-9A-Fa-f]{4}){2}|[0-9A-Fa-f]{4}(\.[0-9A-Fa-f]{4}){3})\z")]
    private static partial Regex Mac();

    [GeneratedRegex(@"^[0-9A-Fa-f]{8}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{12}\z")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}\z")]
    private static partial Regex Ssn();

    [GeneratedRegex(@"^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\z")]
    private static partial Regex HexColor();

    [GeneratedRegex(@"^rgb\(\s*(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])\s*(,\s*(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])\s*){2}\)\z")]
    private static partial Regex RgbColor();

    [GeneratedRegex(@"^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Base64();

    [GeneratedRegex(@"^([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]+)?(z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^[+-]?(([0-9]+(\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+\z", RegexOptions.NonBacktracking)]
    private static partial Regex GoDuration();

    [GeneratedRegex(@"^\s*([0-9]+\s*(ns|nanos?|nanoseconds?|us|µs|micros?|microseconds?|ms|millis?|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hr|hours?|d|days?|w|wk|weeks?)\s*)+\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex WordDuration();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex DnsLabel();
}
