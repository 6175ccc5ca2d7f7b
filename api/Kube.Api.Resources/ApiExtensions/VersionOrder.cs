using System.Globalization;

namespace Kube.Api.Resources.ApiExtensions;

/// <summary>
/// The order in which discovery lists the versions of a group: v2 before v1, these before v1beta2 and v1beta1, these before v1alpha1,
/// and everything of another form last, in alphabetical order.
/// </summary>
public sealed class VersionOrder : IComparer<string>
{
    /// <summary>The most wanted version first.</summary>
    public static VersionOrder PreferredFirst { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        var (left, right) = (Rank(x ?? ""), Rank(y ?? ""));
        return left is { } l && right is { } r ? r.CompareTo(l)
            : left is null && right is null ? string.CompareOrdinal(x, y)
            : left is null ? 1 : -1;
    }

    // How stable, then which major version, then which step towards it; null for names of another form.
    private static (int Stability, int Major, int Minor)? Rank(string version)
    {
        var rest = version.AsSpan();
        if (!rest.StartsWith("v") || !Number(rest[1..], out var major, out rest))
        {
            return null;
        }

        if (rest.IsEmpty)
        {
            return (3, major, 0);
        }

        var isBeta = rest.StartsWith("beta");
        return (isBeta || rest.StartsWith("alpha")) && Number(rest[(isBeta ? 4 : 5)..], out var minor, out rest) && rest.IsEmpty
            ? (isBeta ? 2 : 1, major, minor)
            : null;
    }

    private static bool Number(ReadOnlySpan<char> text, out int number, out ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        rest = text[length..];
        return int.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }
}
