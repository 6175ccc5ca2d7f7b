using Kube.Api;

namespace Kube.Machinery.Quota;

/// <summary>Arithmetic on amounts by resource name. Nothing given is changed.</summary>
public static class Amounts
{
    /// <summary>Both together.</summary>
    public static Dictionary<string, Quantity> Plus(this IReadOnlyDictionary<string, Quantity> left, IReadOnlyDictionary<string, Quantity>? right)
    {
        var sum = new Dictionary<string, Quantity>(left, StringComparer.Ordinal);
        foreach (var (name, amount) in right ?? new Dictionary<string, Quantity>())
        {
            sum[name] = sum.TryGetValue(name, out var before) ? before + amount : amount;
        }

        return sum;
    }

    /// <summary>What is left of <paramref name="left"/>, never less than nothing.</summary>
    public static Dictionary<string, Quantity> Less(this IReadOnlyDictionary<string, Quantity> left, IReadOnlyDictionary<string, Quantity>? right)
    {
        var rest = new Dictionary<string, Quantity>(left, StringComparer.Ordinal);
        foreach (var (name, amount) in right ?? new Dictionary<string, Quantity>())
        {
            if (rest.TryGetValue(name, out var before))
            {
                rest[name] = before > amount ? before - amount : new Quantity(0, before.Format);
            }
        }

        return rest;
    }

    /// <summary>The larger of each.</summary>
    public static Dictionary<string, Quantity> Max(this IReadOnlyDictionary<string, Quantity> left, IReadOnlyDictionary<string, Quantity> right)
    {
        var most = new Dictionary<string, Quantity>(left, StringComparer.Ordinal);
        foreach (var (name, amount) in right)
        {
            most[name] = most.TryGetValue(name, out var before) && before > amount ? before : amount;
        }

        return most;
    }

    /// <summary>Only these names.</summary>
    public static Dictionary<string, Quantity> Only(this IReadOnlyDictionary<string, Quantity> amounts, Func<string, bool> wanted) =>
        amounts.Where(a => wanted(a.Key)).ToDictionary(StringComparer.Ordinal);

    /// <summary>As <c>cpu=1,memory=2Gi</c>, in the order of the names.</summary>
    public static string Text(this IReadOnlyDictionary<string, Quantity> amounts) =>
        string.Join(",", amounts.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"));

    /// <summary>Whether both have the same names with equal amounts.</summary>
    public static bool Same(IReadOnlyDictionary<string, Quantity>? left, IReadOnlyDictionary<string, Quantity>? right) =>
        (left?.Count ?? 0) == (right?.Count ?? 0) && (left ?? new Dictionary<string, Quantity>()).All(a => right!.TryGetValue(a.Key, out var other) && other == a.Value);
}
