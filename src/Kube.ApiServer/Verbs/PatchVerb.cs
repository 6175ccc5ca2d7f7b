using Kube.Api;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Verbs;

/// <summary>PATCH of an object or of its status, server-side apply aside: applied to the object as it is, and again when another write came first.</summary>
internal sealed class PatchVerb(ObjectAnswer answer, TimeProvider clock)
{
    private readonly ApplyVerb _apply = new(answer, clock);

    public async Task HandleAsync(ApiRequest request)
    {
        if (MediaType.Parse(request.Http.Request.ContentType ?? "").Name == MediaType.ApplyPatch)
        {
            await _apply.HandleAsync(request);
            return;
        }

        var patch = PatchDocument.Read(await RequestBody.ReadAsync(request.Http.Request, request.Cancel), request.Http.Request.ContentType, request.View.Form);
        var target = request.Info.Subresource == "status" ? UpdateTarget.Status : UpdateTarget.Object;
        var stored = await request.Store.UpdateAsync(request.Namespace, request.Name, current => new(Patched(request, patch, current)), target, request.WriteOptions, request.Cancel);
        await answer.WriteAsync(request, stored);
    }

    private static IKubeObject Patched(ApiRequest request, PatchDocument patch, StoredObject current)
    {
        var info = request.View.Info;
        var json = patch.Apply(request.Served.Bytes(current.Utf8), request.View.Form, info, request.Name);
        var obj = BodyDecoder.Decode(json, request.View.Form, info.ApiVersion, info.Kind);
        request.CheckFields(json, request.View.Form, info.Kind);
        var meta = obj.Metadata ?? throw Failure.BadRequest("the patch does not leave an object with metadata");
        if (meta.Name != request.Name)
        {
            throw Failure.BadRequest($"the name of the object ({meta.Name}) does not match the name on the URL ({request.Name})");
        }

        if (!string.IsNullOrEmpty(meta.Namespace) && meta.Namespace != request.Namespace)
        {
            throw Failure.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
        }

        CreateVerb.Warn(request, obj);
        return request.Served.ToStored(obj);
    }
}
