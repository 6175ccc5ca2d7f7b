using Kctl.Printing;

namespace Kctl.Get;

/// <summary>The flags of get, read once.</summary>
internal sealed record GetOptions
{
    public required OutputFormat Format { get; init; }

    public required TableView View { get; init; }

    public string? Selector { get; init; }

    public string? FieldSelector { get; init; }

    public string? SortBy { get; init; }

    public bool AllNamespaces { get; init; }

    public bool Watch { get; init; }

    public bool WatchOnly { get; init; }

    public bool IgnoreNotFound { get; init; }

    public bool ManagedFields { get; init; }

    public bool Headers => View.Headers;
}
