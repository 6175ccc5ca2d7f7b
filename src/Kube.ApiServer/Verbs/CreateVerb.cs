using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Verbs;

/// <summary>POST to a collection.</summary>
internal sealed class CreateVerb(ObjectAnswer answer)
{
    public async Task HandleAsync(ApiRequest request)
    {
        if (request.Info.Name is not null)
        {
            throw Failure.MethodNotAllowed();
        }

        var info = request.View.Info;
        var obj = request.Decode(await request.ReadBodyAsync(request.View.Form));
        CheckPath(request, obj);
        if (obj.Metadata?.ResourceVersion is not (null or "" or "0"))
        {
            throw Failure.BadRequest("resourceVersion should not be set on objects to be created");
        }

        Warn(request, obj);
        if (request.Served.Computed is { } computed)
        {
            await answer.WriteAsync(request, ApiJson.Serialize<object>(await computed.CreateAsync(request, obj)), 201);
            return;
        }

        var stored = await request.Store.CreateAsync(request.Served.ToStored(obj), request.Namespace, request.WriteOptions, request.Cancel);
        await answer.WriteAsync(request, stored, 201);
    }

    /// <summary>The namespace of the body must be that of the path; a body without one takes it, that of a kind without namespaces loses it.</summary>
    public static void CheckPath(ApiRequest request, IKubeObject obj)
    {
        var meta = obj.Metadata ??= new ObjectMeta();
        if (request.View.Info.Namespaced && request.Namespace is null)
        {
            throw Failure.MethodNotAllowed();
        }

        if (request.Namespace is not null && !string.IsNullOrEmpty(meta.Namespace) && meta.Namespace != request.Namespace)
        {
            throw Failure.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
        }

        meta.Namespace = request.Namespace;
    }

    public static void Warn(ApiRequest request, IKubeObject obj)
    {
        foreach (var warning in request.View.Warnings(obj))
        {
            request.Warn(warning);
        }
    }
}
