using System.Globalization;

namespace Kube.Api.Resources.Batch;

/// <summary>Sets of indexes of a Job as text: numbers and ranges in ascending order, such as <c>1,3-5,7</c>.</summary>
internal static class JobIndexes
{
    /// <summary>Counts the indexes; false with what is wrong when the text is none or an index is not below <paramref name="completions"/>.</summary>
    public static bool TryCount(string? text, int completions, out int count, out string problem)
    {
        (count, problem) = (0, "");
        int? last = null;
        foreach (var part in Parts(text))
        {
            if (!TryRange(part, completions, out var range, out problem))
            {
                return false;
            }

            if (last >= range.First)
            {
                problem = NotAscending(last.Value, range.First);
                return false;
            }

            count += range.Last - range.First + 1;
            last = range.Last;
        }

        return true;
    }

    /// <summary>The first index that is in both sets; null when there is none. What cannot be read is passed over.</summary>
    public static int? FirstShared(string? left, string? right, int completions)
    {
        var others = Ranges(right, completions);
        foreach (var range in Ranges(left, completions))
        {
            if (others.FirstOrDefault(o => range.First <= o.Last && o.First <= range.Last, (First: -1, Last: -1)) is { First: >= 0 } shared)
            {
                return Math.Max(range.First, shared.First);
            }
        }

        return null;
    }

    private static List<(int First, int Last)> Ranges(string? text, int completions) =>
        [.. Parts(text).Select(p => TryRange(p, completions, out var range, out _) ? range : (First: -1, Last: -1)).Where(r => r.First >= 0)];

    private static string[] Parts(string? text) => string.IsNullOrEmpty(text) ? [] : text.Split(',');

    private static bool TryRange(string text, int completions, out (int First, int Last) range, out string problem)
    {
        range = default;
        var limits = text.Split('-');
        if (limits.Length > 2)
        {
            problem = $"the fragment \"{text}\" violates the requirement that an index interval can have at most two parts separated by '-'";
            return false;
        }

        if (!TryIndex(limits[0], completions, out var first, out problem))
        {
            return false;
        }

        var last = first;
        if (limits.Length == 2 && !TryIndex(limits[1], completions, out last, out problem))
        {
            return false;
        }

        if (limits.Length == 2 && first >= last)
        {
            problem = NotAscending(first, last);
            return false;
        }

        range = (first, last);
        return true;
    }

    private static bool TryIndex(string text, int completions, out int index, out string problem)
    {
        problem = !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index) ? $"cannot convert string to integer for index: \"{text}\""
            : index >= completions ? $"too large index: \"{text}\"" : "";
        return problem.Length == 0;
    }

    private static string NotAscending(int previous, int current) =>
        string.Create(CultureInfo.InvariantCulture, $"non-increasing order, previous: {previous}, current: {current}");
}
