using Kctl.Api;
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

    /// <summary>Says of each watched change whether it was added, modified or deleted.</summary>
    public bool WatchEvents { get; init; }

    /// <summary>How many objects to ask for at once; 0 for all.</summary>
    public int ChunkSize { get; init; } = RestApi.PageSize;

    /// <summary>The part of the object to show, such as <c>status</c> or <c>scale</c>.</summary>
    public string? Subresource { get; init; }

    /// <summary>Names and ages only, whatever columns the server has.</summary>
    public bool PlainTables { get; init; }

    /// <summary>What a word such as <c>all</c> left out, to be told after the tables.</summary>
    public string? LeftOut { get; init; }

    public bool Headers => View.Headers;
}
