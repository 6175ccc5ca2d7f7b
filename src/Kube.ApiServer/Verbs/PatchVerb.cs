using System.Text;
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

        var body = await RequestBody.ReadAsync(request.Http.Request, request.Cancel);
        var patch = PatchDocument.Read(body, request.Http.Request.ContentType, request.View.Form);
        CheckDuplicates(request, body, patch);
        var target = request.Target;
        var stored = await request.Store.UpdateAsync(request.Namespace, request.Name, current => new(Patched(request, patch, current)), target, request.WriteOptions, request.Cancel);
        await answer.WriteAsync(request, stored);
    }

    /// <summary>Fields that stand twice in a patch: the later wins in what it leaves, so only here can they be seen.</summary>
    private static void CheckDuplicates(ApiRequest request, byte[] body, PatchDocument patch)
    {
        if (request.FieldValidation is var mode && mode == FieldValidation.Ignore || !patch.HasObjectsFields)
        {
            return;
        }

        var found = UnknownFields.Duplicates(body, request.View.Form);
        if (found.Count > 0 && mode == FieldValidation.Strict)
        {
            throw Failure.InvalidPatch(Encoding.UTF8.GetString(body), $"strict decoding error: {string.Join(", ", found)}");
        }

        foreach (var duplicate in found)
        {
            request.Warn(duplicate);
        }
    }

    /// <summary>What the patch leaves, typed; when it is no object of the kind, the patch is what is invalid.</summary>
    private static IKubeObject Decode(ApiRequest request, byte[] json)
    {
        try
        {
            return request.Decode(json);
        }
        catch (ApiError error) when (error.Code == 400)
        {
            throw Failure.InvalidPatch(Encoding.UTF8.GetString(json), error.Message);
        }
    }

    private static IKubeObject Patched(ApiRequest request, PatchDocument patch, StoredObject current)
    {
        var obj = PatchedInPart(request, patch, current) ?? Decode(request, patch.Apply(request.Served.Bytes(current.Utf8), request.View.Form));
        ObjectPath.Check(request, obj);
        CreateVerb.Warn(request, obj);
        return request.Served.ToStored(obj);
    }

    /// <summary>
    /// Reads, patches and decodes only what the patch speaks of; the rest is that of the present object. Null where that does not do: the whole is
    /// patched then, as also after a failure, so that it is told of the whole.
    /// </summary>
    private static IKubeObject? PatchedInPart(ApiRequest request, PatchDocument patch, StoredObject current)
    {
        if (patch.Touched is not { } touched || request.View.Form.Typed is null || request.Served.Converts || request.Target == UpdateTarget.Part)
        {
            return null;
        }

        try
        {
            var obj = request.Decode(patch.ApplyToTouched(current.Utf8, request.View.Form));
            UntouchedFields.Carry(current.Object, obj, touched);
            return obj;
        }
        catch (ApiError)
        {
            return null;
        }
    }
}
