using Kube.Api;

namespace Kube.Client;

/// <summary>What an informer keeps.</summary>
public sealed record InformerOptions<T>
    where T : class, IResource<T>
{
    /// <summary>One namespace only; null for all.</summary>
    public string? Namespace { get; init; }

    /// <summary>Objects with these labels only.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>Objects with these field values only.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>Index name to the values an object is filed under.</summary>
    public IReadOnlyDictionary<string, Func<T, IEnumerable<string>>> Indexers { get; init; } = new Dictionary<string, Func<T, IEnumerable<string>>>();

    /// <summary>How many objects one page of the initial list holds.</summary>
    public int PageSize { get; init; } = 500;
}
