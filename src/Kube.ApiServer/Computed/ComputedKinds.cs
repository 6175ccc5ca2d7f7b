using Kube.Api;
using Kube.Api.Resources;
using Kube.ApiServer.Admission;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Computed;

/// <summary>The handlers of the kinds that are served but not stored, by their type. A declared kind without one keeps the server from starting.</summary>
internal sealed class ComputedKinds(AdmissionChain admission)
{
    private readonly Dictionary<Type, IComputedKind> _kinds = [];

    /// <summary>A kind that is only created; <paramref name="answer"/> writes the answer into it.</summary>
    public void AddReview<T>(Func<T, ApiRequest, ValueTask> answer) where T : class, IResource<T> => _kinds[typeof(T)] = new ReviewKind<T>(admission, answer);

    /// <summary>A kind that is only read; <paramref name="read"/> makes all its objects, without apiVersion and kind, in the order of their names.</summary>
    public void AddView<T>(Func<ApiRequest, ValueTask<IReadOnlyList<T>>> read) where T : class, IResource<T> => _kinds[typeof(T)] = new ViewKind<T>(read);

    public IComputedKind Find(Resource resource) => _kinds.GetValueOrDefault(resource.Type)
        ?? throw new InvalidOperationException($"{resource.Info.GroupResource} is not stored and has no handler");
}
