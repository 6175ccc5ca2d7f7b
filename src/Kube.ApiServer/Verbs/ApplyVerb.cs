using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.Machinery.Apply;
using Kube.Machinery.Json;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Verbs;

/// <summary>
/// Server-side apply: PATCH with the fields a manager wants. The object is made where there is none; fields others own with other values are a conflict
/// unless forced; fields no longer named go, unless somebody else owns them.
/// </summary>
internal sealed class ApplyVerb(ObjectAnswer answer, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task HandleAsync(ApiRequest request)
    {
        var json = BodyDecoder.ToJson(await RequestBody.ReadAsync(request.Http.Request, request.Cancel), MediaType.Yaml, request.View.Form);
        var applied = Read(request, json);
        var target = request.Target;
        var options = request.WriteOptions with { Manager = request.Manager("Apply") };
        while (true)
        {
            try
            {
                var stored = await request.Store.UpdateAsync(
                    request.Namespace, request.Name, current => new(Merge(request, request.Served.Bytes(current.Utf8), applied, options.Manager, target, Now)), target, options, request.Cancel);
                await answer.WriteAsync(request, stored);
                return;
            }
            catch (ApiError error) when (error.Code == 404 && target == UpdateTarget.Object)
            {
                // There is no such object, or no more: it is made.
            }

            if (applied["metadata"]!["uid"] is { } uid)
            {
                throw Failure.Conflict(request.View.Info, request.Name, $"uid mismatch: the provided object specified uid {uid}, and no existing object was found");
            }

            try
            {
                var obj = Merge(request, null, applied, options.Manager, target, Now);
                var stored = await request.Store.CreateAsync(obj, request.Namespace, options, request.Cancel);
                await answer.WriteAsync(request, stored, 201);
                return;
            }
            catch (ApiError error) when (error.Code == 409 && error.Status.Reason == Kube.Api.Meta.V1.StatusReason.AlreadyExists)
            {
                // Somebody else made it meanwhile: it is changed.
            }
        }
    }

    private static bool Forces(ApiRequest request) => request.Query("force")?.ToLowerInvariant() is not (null or "false" or "0");

    /// <summary>The body, checked as far as it can be without the object: its kind, its fields, and that it fits the path.</summary>
    private static JsonObject Read(ApiRequest request, byte[] json)
    {
        var typed = request.Decode(json);
        CreateVerb.CheckPath(request, typed);
        var meta = typed.Metadata!;
        if (!string.IsNullOrEmpty(meta.Name) && meta.Name != request.Name)
        {
            throw Failure.BadRequest($"the name of the object ({meta.Name}) does not match the name on the URL ({request.Name})");
        }

        if (meta.ManagedFields is { Count: > 0 })
        {
            throw Failure.BadRequest("metadata.managedFields must be nil");
        }

        CreateVerb.Warn(request, typed);
        meta.Name = request.Name;
        var applied = JsonTree.ParseObject(ApiJson.Serialize(typed));
        return ServerSideApply.Fault(applied, request.View.Form.ApplySchema) is { } fault
            ? throw Failure.BadRequest($"failed to create typed patch object ({(request.Namespace is null ? "" : request.Namespace + "/")}{request.Name}; {request.View.Info.ApiVersion}, Kind={request.View.Info.Kind}): {fault}")
            : applied;
    }

    /// <summary>The object with what a manager applies, in the form it is stored in; null for <paramref name="live"/> makes a new one.</summary>
    public static IKubeObject Merge(ApiRequest request, ReadOnlyMemory<byte>? live, JsonObject applied, FieldManager manager, UpdateTarget target, DateTime now)
    {
        var info = request.View.Info;
        var result = ServerSideApply.Apply(
            live is { } bytes ? JsonTree.ParseObject(bytes.Span) : null, applied, manager, Forces(request), request.View.Form.ApplySchema, FieldOwners.Reset(request.View, target), now);
        if (result.Object is null)
        {
            throw Failure.ApplyConflict(info, request.Name, result.Conflicts);
        }

        result.Object["apiVersion"] = info.ApiVersion;
        result.Object["kind"] = info.Kind;
        var merged = Encoding.UTF8.GetBytes(result.Object.ToJsonString(ApiJson.Options));
        return request.Served.ToStored(BodyDecoder.Decode(merged, request.View.Form, info.ApiVersion, info.Kind));
    }
}
