using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Verbs;

/// <summary>That what a client wants to be stored is what its path names.</summary>
internal static class ObjectPath
{
    /// <summary>Refuses an object without a name, of another name, or of another namespace; one without a namespace takes that of the path, one of no namespace loses what it names.</summary>
    public static void Check(ApiRequest request, IKubeObject obj)
    {
        var meta = obj.Metadata ??= new ObjectMeta();
        if (string.IsNullOrEmpty(meta.Name))
        {
            throw Failure.BadRequest($"the name of the object ({request.Name} based on URL) was undeterminable: name must be provided");
        }

        if (meta.Name != request.Name)
        {
            throw Failure.BadRequest($"the name of the object ({meta.Name}) does not match the name on the URL ({request.Name})");
        }

        if (request.Namespace is not null && !string.IsNullOrEmpty(meta.Namespace) && meta.Namespace != request.Namespace)
        {
            throw Failure.BadRequest($"the namespace of the object ({meta.Namespace}) does not match the namespace on the request ({request.Namespace})");
        }

        meta.Namespace = request.Namespace;
    }
}
