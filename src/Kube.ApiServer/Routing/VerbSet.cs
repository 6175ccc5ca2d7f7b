using Kube.ApiServer.Subresources;
using Kube.ApiServer.Verbs;

namespace Kube.ApiServer.Routing;

/// <summary>One handler per verb and per subresource that needs one of its own.</summary>
internal sealed class VerbSet
{
    public required GetVerb Get { get; init; }

    public required ListVerb List { get; init; }

    public required WatchVerb Watch { get; init; }

    public required CreateVerb Create { get; init; }

    public required UpdateVerb Update { get; init; }

    public required PatchVerb Patch { get; init; }

    public required DeleteVerb Delete { get; init; }

    public required DeleteCollectionVerb DeleteCollection { get; init; }

    public required ScaleSubresource Scale { get; init; }

    public required BindingSubresource Binding { get; init; }

    public required EvictionSubresource Eviction { get; init; }

    public required LogSubresource Log { get; init; }

    public required FinalizeSubresource Finalize { get; init; }

    public required TokenSubresource Token { get; init; }

    public required StreamSubresource Streams { get; init; }

    public required ProxySubresource Proxy { get; init; }
}
