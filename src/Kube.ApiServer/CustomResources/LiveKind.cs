using Kube.Api.Resources.CustomResources;
using Kube.ApiServer.Registry;
using Kube.Storage.Cache;

namespace Kube.ApiServer.CustomResources;

/// <summary>A custom kind that is served.</summary>
/// <param name="Kind">Its resources.</param>
/// <param name="Form">Which state of the definition's spec it was made of: another one is another form of objects, which are read anew.</param>
/// <param name="Look">All else that it was made of: names, and whether it is on its way out.</param>
/// <param name="Cache">The objects.</param>
/// <param name="Store">The way to write them.</param>
internal sealed record LiveKind(CustomKind Kind, (string? Uid, long? Generation) Form, byte[] Look, ResourceCache Cache, ResourceStore Store)
{
    /// <summary>The versions clients may use.</summary>
    public IEnumerable<ServedResource> Served => Kind.Served.Select(r => new ServedResource(r, Store));
}
