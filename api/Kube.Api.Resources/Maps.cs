namespace Kube.Api.Resources;

/// <summary>Comparisons of string maps in which an absent map is an empty one.</summary>
internal static class Maps
{
    /// <summary>True when both have the same keys and values.</summary>
    public static bool Same(IReadOnlyDictionary<string, string>? left, IReadOnlyDictionary<string, string>? right) =>
        (left?.Count ?? 0) == (right?.Count ?? 0) && (left is null || left.All(l => right!.TryGetValue(l.Key, out var value) && value == l.Value));
}
