using Kube.Api;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Verbs;

/// <summary>PUT of an object or of its status.</summary>
internal sealed class UpdateVerb(ObjectAnswer answer)
{
    public async Task HandleAsync(ApiRequest request)
    {
        var info = request.View.Info;
        var json = await request.ReadBodyAsync(request.View.Form);
        IKubeObject? first = Read(request, request.Decode(json));
        CreateVerb.Warn(request, first);
        var target = request.Target;
        try
        {
            var stored = await request.Store.UpdateAsync(request.Namespace, request.Name, Next, target, request.WriteOptions, request.Cancel);
            await answer.WriteAsync(request, stored);
        }
        catch (ApiError error) when (error.Code == 404 && target == UpdateTarget.Object && request.View.AllowCreateOnUpdate)
        {
            var obj = await Next(null);
            if (!string.IsNullOrEmpty(obj.Metadata!.Uid))
            {
                throw Failure.Conflict(info, request.Name, $"Precondition failed: UID in precondition: {obj.Metadata.Uid}, UID in object meta: ");
            }

            obj.Metadata!.ResourceVersion = null;
            var stored = await request.Store.CreateAsync(obj, request.Namespace, request.WriteOptions, request.Cancel);
            await answer.WriteAsync(request, stored, 201);
        }

        // The object is changed on its way to the store: a second attempt reads the body again.
        ValueTask<IKubeObject> Next(StoredObject? current)
        {
            var obj = first ?? Read(request, Codec.BodyDecoder.Decode(json, request.View.Form, info.ApiVersion, info.Kind));
            first = null;
            return new(request.Served.ToStored(obj));
        }
    }

    private static IKubeObject Read(ApiRequest request, IKubeObject obj)
    {
        ObjectPath.Check(request, obj);
        return obj;
    }
}
