using Kube.ApiServer.Aggregation;
using Kube.ApiServer.CustomResources;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;

namespace Kube.ApiServer.Routing;

/// <summary>What a path names: a kind served now, one whose definition has only just come, or one that another server is said to serve.</summary>
internal sealed class ServedLookup(ResourceRegistry registry, DefinitionController definitions, ApiServices services)
{
    /// <summary>The resource of a request. 404 for what nobody serves; 503 for what is not unknown, only out of reach.</summary>
    public async ValueTask<ServedResource> FindAsync(RequestInfo info, CancellationToken cancel)
    {
        var served = info.Plural is null ? null
            : registry.Find(info.Group, info.Version, info.Plural) ?? await definitions.FindAsync(info.Group, info.Version, info.Plural, cancel);
        return served ?? throw (info.Version.Length > 0 && services.IsElsewhere(info.Group, info.Version) ? Failure.Unavailable("service unavailable") : Failure.NoSuchResource());
    }

    /// <summary>Lets discovery and OpenAPI tell of every custom kind whose definition clients have seen here already.</summary>
    public Task CatchUpAsync(CancellationToken cancel) => definitions.CatchUpAsync(cancel);
}
