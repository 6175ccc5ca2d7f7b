namespace Kube.Storage.Trees;

/// <summary>Prefixes as ranges of ordinal order.</summary>
internal static class KeyRange
{
    /// <summary>The first key after all that start with a prefix.</summary>
    public static string EndOfPrefix(string prefix) => prefix.Length == 0 ? "\uffff" : prefix[..^1] + (char)(prefix[^1] + 1);

    /// <summary>Where a range over a prefix begins that was told where to start.</summary>
    public static string Start(string prefix, string? startKey) => startKey is null || string.CompareOrdinal(startKey, prefix) < 0 ? prefix : startKey;
}
