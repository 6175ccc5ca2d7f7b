namespace Kube.Controllers.Namespaces;

/// <summary>What was found in a namespace that is going away. Names are as in discovery, <c>pods.</c> for the core group.</summary>
internal sealed class NamespaceContent
{
    /// <summary>Objects left, by kind.</summary>
    public SortedDictionary<string, int> Remaining { get; } = new(StringComparer.Ordinal);

    /// <summary>Finalizers that hold objects back, with how many they hold.</summary>
    public SortedDictionary<string, int> Finalizers { get; } = new(StringComparer.Ordinal);

    /// <summary>What went wrong while deleting.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Why the kinds could not be read; null when they could.</summary>
    public string? DiscoveryFailure { get; set; }

    /// <summary>Nothing is left and nothing went wrong.</summary>
    public bool IsEmpty => Remaining.Count == 0 && Failures.Count == 0 && DiscoveryFailure is null;
}
