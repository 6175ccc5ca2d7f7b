using Kube.Api;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Computed;

/// <summary>Objects that show something of the server and are made on each read.</summary>
internal sealed class ViewKind<T>(Func<ApiRequest, ValueTask<IReadOnlyList<T>>> read) : IComputedKind
    where T : class, IResource<T>
{
    public ValueTask<IKubeObject> CreateAsync(ApiRequest request, IKubeObject obj) => throw Failure.MethodNotAllowed();

    public async ValueTask<IReadOnlyList<IKubeObject>> ReadAsync(ApiRequest request)
    {
        var objects = await read(request);
        foreach (var obj in objects)
        {
            (obj.ApiVersion, obj.Kind) = (T.Info.ApiVersion, T.Info.Kind);
        }

        return objects;
    }
}
