using Kube.Api;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Computed;

/// <summary>What answers for a kind that is served but not stored. Which verbs come here is what the kind's declaration allows.</summary>
internal interface IComputedKind
{
    /// <summary>Answers a create: the object sent, with the answer in it.</summary>
    ValueTask<IKubeObject> CreateAsync(ApiRequest request, IKubeObject obj);

    /// <summary>Makes every object there is, in the namespace of the request, in the order of their names.</summary>
    ValueTask<IReadOnlyList<IKubeObject>> ReadAsync(ApiRequest request);
}
