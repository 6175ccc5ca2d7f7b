using System.Text;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Autoscaling.V1;
using Kube.Api.Resources;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Registry;
using Kube.ApiServer.Routing;
using Kube.ApiServer.Verbs;
using Kube.Machinery.Json;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Subresources;

/// <summary>GET, PUT and PATCH of <c>scale</c>: the replica count of any kind that has one, in one common form.</summary>
internal sealed class ScaleSubresource(Freshness freshness, TimeProvider clock)
{
    private static readonly ResourceInfo s_info = new("autoscaling", "v1", "Scale", "scales", Scope.Namespaced);

    public async Task HandleAsync(ApiRequest request)
    {
        var answer = AnswerForm.ChoosePlain(request.Http.Request.Headers.Accept);
        var scale = request.Info.Verb switch
        {
            "get" => await ReadAsync(request),
            "update" => await UpdateAsync(request),
            "patch" when MediaType.Parse(request.Http.Request.ContentType ?? "").Name == MediaType.ApplyPatch => await ApplyAsync(request),
            "patch" => await PatchAsync(request),
            _ => throw Failure.MethodNotAllowed(),
        };
        await Answer.WriteAsync(request.Http, 200, answer, ApiJson.Serialize(scale), request.Cancel);
    }

    private async Task<Scale> ReadAsync(ApiRequest request)
    {
        var cache = request.Store.Cache;
        await freshness.WaitAsync(cache, null, request.Cancel);
        var found = request.Store.Cached(request.Store.Key(request.Namespace, request.Name)) ?? throw Failure.NotFound(request.View.Info, request.Name);
        return Of(request, found.Object);
    }

    private static async Task<Scale> UpdateAsync(ApiRequest request)
    {
        var json = await request.ReadBodyAsync(ObjectForm.Of(typeof(Scale)));
        var scale = (Scale)request.Decode(json, ObjectForm.Of(typeof(Scale)), s_info.ApiVersion, s_info.Kind);
        return await WriteAsync(request, _ => scale);
    }

    private static async Task<Scale> PatchAsync(ApiRequest request)
    {
        var patch = PatchDocument.Read(await RequestBody.ReadAsync(request.Http.Request, request.Cancel), request.Http.Request.ContentType, ObjectForm.Of(typeof(Scale)));
        return await WriteAsync(request, current =>
        {
            var json = patch.Apply(ApiJson.Serialize(Of(request, current)), ObjectForm.Of(typeof(Scale)));
            return (Scale)request.Decode(json, ObjectForm.Of(typeof(Scale)), s_info.ApiVersion, s_info.Kind);
        });
    }

    /// <summary>An applied Scale is an apply of the object's replica count, or of nothing.</summary>
    private async Task<Scale> ApplyAsync(ApiRequest request)
    {
        var (form, info) = (ObjectForm.Of(typeof(Scale)), request.View.Info);
        var json = BodyDecoder.ToJson(await RequestBody.ReadAsync(request.Http.Request, request.Cancel), MediaType.Yaml, form);
        var scale = (Scale)request.Decode(json, form, s_info.ApiVersion, s_info.Kind);
        Check(request, scale);
        var bare = new JsonObject { ["apiVersion"] = info.ApiVersion, ["kind"] = info.Kind, ["metadata"] = new JsonObject { ["name"] = request.Name } };
        var wanted = request.View.Form.Read(Encoding.UTF8.GetBytes(bare.ToJsonString()));
        if (scale.Spec?.Replicas is { } replicas)
        {
            request.Served.Rules.SetReplicas(wanted, replicas);
        }

        var applied = JsonTree.ParseObject(ApiJson.Serialize(wanted));
        var options = request.WriteOptions with { Manager = request.Manager("Apply") };
        var stored = await request.Store.UpdateAsync(
            request.Namespace,
            request.Name,
            current => new(ApplyVerb.Merge(request, request.Served.Bytes(current.Utf8), applied, options.Manager, UpdateTarget.Object, clock.GetUtcNow().UtcDateTime)),
            UpdateTarget.Object,
            options,
            request.Cancel);
        return Of(request, stored.Object);
    }

    private static async Task<Scale> WriteAsync(ApiRequest request, Func<IKubeObject, Scale> wanted)
    {
        var stored = await request.Store.UpdateAsync(request.Namespace, request.Name, Change, UpdateTarget.Object, request.WriteOptions, request.Cancel);
        return Of(request, stored.Object);

        ValueTask<IKubeObject> Change(StoredObject current)
        {
            var scale = wanted(current.Object);
            Check(request, scale);
            var obj = current.Object.Clone();
            obj.Metadata!.ResourceVersion = scale.Metadata?.ResourceVersion;
            obj.Metadata.Uid = string.IsNullOrEmpty(scale.Metadata?.Uid) ? obj.Metadata.Uid : scale.Metadata.Uid;
            request.Served.Rules.SetReplicas(obj, scale.Spec?.Replicas ?? 0);
            return new(obj);
        }
    }

    private static void Check(ApiRequest request, Scale scale)
    {
        if (!string.IsNullOrEmpty(scale.Metadata?.Name) && scale.Metadata.Name != request.Name)
        {
            throw Failure.BadRequest($"the name of the object ({scale.Metadata.Name}) does not match the name on the URL ({request.Name})");
        }

        if (scale.Spec?.Replicas is < 0 and var replicas)
        {
            var errors = new FieldErrors();
            errors.Invalid(FieldPath.Of("spec", "replicas"), replicas, "must be greater than or equal to 0");
            throw Failure.Invalid(s_info, request.Name, errors);
        }
    }

    private static Scale Of(ApiRequest request, IKubeObject obj) => request.Served.Rules.GetScale(obj) ?? throw Failure.NoSuchResource();
}
