using System.Collections.Concurrent;
using Kube.Api.Resources;

namespace Kube.ApiServer.OpenApi;

/// <summary>The version 3 documents that were made, kept for as long as the resources they describe stay the same: a new custom kind makes only its own anew.</summary>
internal sealed class OpenApiParts
{
    private readonly ConcurrentDictionary<(string Group, string Version), Part> _parts = new();

    public Lazy<byte[]> Of(string group, string version, IReadOnlyList<Resource> resources) => _parts.AddOrUpdate(
        (group, version),
        _ => new Part(resources),
        (_, part) => part.Resources.SequenceEqual(resources) ? part : new Part(resources)).Document;

    private sealed record Part(IReadOnlyList<Resource> Resources)
    {
        public Lazy<byte[]> Document { get; } = new(() => OpenApiDocuments.Version3(Resources));
    }
}
