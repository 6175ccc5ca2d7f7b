using System.Numerics;

namespace Kube.Machinery.Yaml;

/// <summary>The order of keys in kubectl's YAML: signs before letters, numbers by value.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i])
        {
            i++;
        }

        if (i >= a.Length || i >= b.Length)
        {
            return a.Length.CompareTo(b.Length);
        }

        var (letterA, letterB) = (char.IsLetter(a[i]), char.IsLetter(b[i]));
        if (letterA || letterB)
        {
            return letterA && letterB ? a[i].CompareTo(b[i]) : letterA ? 1 : -1;
        }

        var digitsA = Digits(a, i);
        var digitsB = Digits(b, i);
        if (digitsA.Length > 0 && digitsB.Length > 0)
        {
            var byValue = BigInteger.Parse(digitsA).CompareTo(BigInteger.Parse(digitsB));
            return byValue != 0 ? byValue : digitsA.Length.CompareTo(digitsB.Length);
        }

        return a[i].CompareTo(b[i]);
    }

    private static ReadOnlySpan<char> Digits(string text, int from)
    {
        var start = from;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        var end = from;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end == from ? [] : text.AsSpan(start, end - start);
    }
}
