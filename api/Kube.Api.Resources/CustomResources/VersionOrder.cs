using System.Text.RegularExpressions;

namespace Kube.Api.Resources.CustomResources;

/// <summary>The order in which the versions of a group are preferred: v2, v1, v2beta1, v1beta2, v1alpha1, then any other name alphabetically.</summary>
public sealed partial class VersionOrder : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static VersionOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        var (left, right) = (Rank(x ?? ""), Rank(y ?? ""));
        var order = right.Stage.CompareTo(left.Stage);
        order = order != 0 ? order : right.Major.CompareTo(left.Major);
        order = order != 0 ? order : right.Minor.CompareTo(left.Minor);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    private static (int Stage, int Major, int Minor) Rank(string version)
    {
        var match = Form().Match(version);
        if (!match.Success || !int.TryParse(match.Groups[1].ValueSpan, out var major))
        {
            return (0, 0, 0);
        }

        var stage = match.Groups[2].Value switch { "" => 3, "beta" => 2, _ => 1 };
        _ = int.TryParse(match.Groups[3].ValueSpan, out var minor);
        return (stage, major, minor);
    }

    [GeneratedRegex(@"^v([1-9][0-9]*)(?:(alpha|beta)([1-9][0-9]*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
