using Kctl.App;

namespace Kctl.Api;

/// <summary>Finds kinds by any of their names: plural, singular, short name, <c>plural.group</c>, and categories such as <c>all</c>.</summary>
internal sealed class ResourceNames(DiscoveryCache cache)
{
    private IReadOnlyList<ResourceType>? _types;
    private bool _fromDisk;

    /// <summary>Everything the server serves.</summary>
    public Task<IReadOnlyList<ResourceType>> AllAsync(CancellationToken ct, bool refresh = false)
    {
        if (_types is null && !refresh)
        {
            _types = cache.Kept();
            _fromDisk = _types is not null;
        }

        return _types is not null && !refresh ? Task.FromResult(_types) : FetchAsync(ct);
    }

    /// <summary>The kind of that name; throws <see cref="CommandException"/> with the nearest name.</summary>
    public async Task<ResourceType> FindAsync(string name, CancellationToken ct)
    {
        var found = await SearchAsync(types => ByName(types, name), ct);
        return found ?? throw Unknown(name, _types!);
    }

    /// <summary>The kinds of that name or category.</summary>
    public async Task<IReadOnlyList<ResourceType>> FindAllAsync(string name, CancellationToken ct)
    {
        var found = await SearchAsync(types => ByName(types, name) is { } one ? [one] : ByCategory(types, name) is { Count: > 0 } some ? some : null, ct);
        return found ?? throw Unknown(name, _types!);
    }

    /// <summary>The kind of an object; null when the server does not serve it.</summary>
    public Task<ResourceType?> FindKindAsync(string apiVersion, string kind, CancellationToken ct) =>
        SearchAsync(types => types.FirstOrDefault(t => t.ApiVersion == apiVersion && t.Kind == kind), ct);

    /// <summary>The error for a kind nobody serves.</summary>
    public static CommandException Unknown(string name, IReadOnlyList<ResourceType> types) =>
        new($"the server doesn't have a resource type \"{name}\"{Suggestion.Tail(name, types.SelectMany(NamesOf))}");

    internal static ResourceType? ByName(IReadOnlyList<ResourceType> types, string name)
    {
        var word = name.ToLowerInvariant();
        return types.FirstOrDefault(t => t.Plural == word)
            ?? types.FirstOrDefault(t => t.Singular == word || t.Kind.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? types.FirstOrDefault(t => t.ShortNames.Contains(word))
            ?? (word.Contains('.') ? Qualified(types, word) : null);
    }

    internal static IReadOnlyList<ResourceType> ByCategory(IReadOnlyList<ResourceType> types, string name) =>
        [.. types.Where(t => t.Categories.Contains(name.ToLowerInvariant()) && t.Verbs.Contains("list"))];

    /// <summary><c>deployments.apps</c>, <c>deployment.v1.apps</c>, <c>pods.v1.</c></summary>
    private static ResourceType? Qualified(IReadOnlyList<ResourceType> types, string word)
    {
        var dot = word.IndexOf('.');
        var (name, rest) = (word[..dot], word[(dot + 1)..]);
        return types.FirstOrDefault(t => (t.Plural == name || t.Singular == name || t.Kind.Equals(name, StringComparison.OrdinalIgnoreCase) || t.ShortNames.Contains(name))
            && (t.Group == rest || $"{t.Version}.{t.Group}" == rest));
    }

    private static IEnumerable<string> NamesOf(ResourceType type) => [type.Plural, type.Singular.Length > 0 ? type.Singular : type.Kind.ToLowerInvariant(), .. type.ShortNames.Where(s => s.Length > 2)];

    private async Task<IReadOnlyList<ResourceType>> FetchAsync(CancellationToken ct)
    {
        _fromDisk = false;
        return _types = await cache.FetchAsync(ct);
    }

    private async Task<T?> SearchAsync<T>(Func<IReadOnlyList<ResourceType>, T?> search, CancellationToken ct) where T : class
    {
        var found = search(await AllAsync(ct));
        return found is null && _fromDisk ? search(await AllAsync(ct, refresh: true)) : found;
    }
}
