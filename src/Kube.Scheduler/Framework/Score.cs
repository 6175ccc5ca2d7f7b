namespace Kube.Scheduler.Framework;

/// <summary>The scale of scores and the usual way to reach it.</summary>
internal static class Score
{
    /// <summary>The best score a rule may give.</summary>
    public const long Max = 100;

    /// <summary>Scales so that the largest raw score becomes <see cref="Max"/>.</summary>
    public static void ScaleToMax(Span<long> scores)
    {
        var max = Largest(scores);
        if (max == 0)
        {
            return;
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = scores[i] * Max / max;
        }
    }

    /// <summary>As <see cref="ScaleToMax"/> with the order turned round: the largest raw score becomes 0. All zero becomes all best.</summary>
    public static void ScaleToMaxReversed(Span<long> scores)
    {
        var max = Largest(scores);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = max == 0 ? Max : Max - (scores[i] * Max / max);
        }
    }

    private static long Largest(ReadOnlySpan<long> scores)
    {
        long max = 0;
        foreach (var score in scores)
        {
            max = Math.Max(max, score);
        }

        return max;
    }
}
