namespace Kube.Storage.Cache;

/// <summary>
/// Which entries a reader wants; all conditions must hold. <see cref="Namespace"/>, <see cref="Name"/> and <see cref="IndexedField"/> narrow
/// what is looked at, <see cref="Labels"/> and <see cref="Predicate"/> are asked about what is left. They may run on any thread and must be pure and quick.
/// </summary>
public sealed record CacheFilter
{
    /// <summary>Every entry.</summary>
    public static CacheFilter All { get; } = new();

    /// <summary>The one namespace wanted; null or empty for all.</summary>
    public string? Namespace { get; init; }

    /// <summary>The one name wanted; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>A value an indexed field must have; null for none. May repeat what <see cref="Predicate"/> says.</summary>
    public FieldMatch? IndexedField { get; init; }

    /// <summary>What a label selector says of an entry's labels; null for no condition. Labels that many entries share are asked about once.</summary>
    public Func<IReadOnlyDictionary<string, string>, bool>? Labels { get; init; }

    /// <summary>What else an entry must be; null for no condition.</summary>
    public Func<CacheEntry, bool>? Predicate { get; init; }

    /// <summary>Whether an entry is wanted.</summary>
    public bool Matches(CacheEntry entry) => MatchesBesideLabels(entry) && (Labels is null || Labels(entry.Labels));

    /// <summary>Whether an entry is wanted if its labels are.</summary>
    internal bool MatchesBesideLabels(CacheEntry entry) =>
        (string.IsNullOrEmpty(Namespace) || entry.Namespace == Namespace)
        && (Name is null || entry.Name == Name)
        && (IndexedField is not { } match || entry.Field(match.Path) == match.Value)
        && (Predicate is null || Predicate(entry));
}

/// <summary>Equality of a declared field with a value.</summary>
/// <param name="Path">The field's path.</param>
/// <param name="Value">The value it must have.</param>
public readonly record struct FieldMatch(string Path, string Value);
