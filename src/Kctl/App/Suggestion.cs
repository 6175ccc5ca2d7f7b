namespace Kctl.App;

/// <summary>Finds what a mistyped word was probably meant to be.</summary>
internal static class Suggestion
{
    /// <summary>The shortest candidate that begins so, else the nearest; null when none is near enough (a third of the word, at least one letter).</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, word.Length / 3);
        var all = candidates.ToList();
        var begun = all.Where(c => word.Length > 2 && c.StartsWith(word, StringComparison.OrdinalIgnoreCase)).MinBy(c => c.Length);
        return begun ?? all.Select(c => (Text: c, Distance: Distance(word.ToLowerInvariant(), c.ToLowerInvariant())))
            .Where(c => c.Distance <= limit)
            .OrderBy(c => c.Distance).ThenBy(c => c.Text.Length)
            .Select(c => c.Text).FirstOrDefault();
    }

    /// <summary>A tail for an error message: <c>; did you mean "pods"?</c>, or nothing.</summary>
    public static string Tail(string word, IEnumerable<string> candidates) => Nearest(word, candidates) is { } nearest ? $"; did you mean \"{nearest}\"?" : "";

    /// <summary>Letters to insert, drop, replace or swap with their neighbour.</summary>
    public static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Step(table, a, b, i, j);
            }
        }

        return table[a.Length, b.Length];
    }

    private static int Step(int[,] table, string a, string b, int i, int j)
    {
        var best = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
    }
}
