using System.Globalization;
using System.Text.Json;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Api.Resources;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Verbs;

/// <summary>Reads DeleteOptions: from the body, and what the body leaves open from the query.</summary>
internal static class DeleteOptionsReader
{
    private static readonly ResourceInfo s_info = new("meta.k8s.io", "v1", "DeleteOptions", "deleteoptions", Scope.Cluster);
    private static readonly string[] s_policies = [DeletionPropagation.Background, DeletionPropagation.Foreground, DeletionPropagation.Orphan];

    public static async Task<DeleteOptions> ReadAsync(ApiRequest request)
    {
        var body = await RequestBody.ReadAsync(request.Http.Request, request.Cancel);
        var options = body.Length == 0 ? new DeleteOptions() : Decode(BodyDecoder.ToJson(body, request.Http.Request.ContentType, ObjectForm.Of(typeof(DeleteOptions))));
        options.GracePeriodSeconds ??= Number(request.Query("gracePeriodSeconds"));
        options.PropagationPolicy ??= request.Query("propagationPolicy");
        options.OrphanDependents ??= request.Query("orphanDependents") is { Length: > 0 } flag ? bool.TryParse(flag, out var orphan) && orphan : null;
        Check(options);
        return options;
    }

    public static void Check(DeleteOptions options)
    {
        var errors = new FieldErrors();
        if (options is { PropagationPolicy: { } both, OrphanDependents: not null })
        {
            errors.Invalid(FieldPath.Of("propagationPolicy"), both, "orphanDependents and deletionPropagation cannot be both set");
        }

        if (options.PropagationPolicy is { } policy && !s_policies.Contains(policy))
        {
            errors.NotSupported(FieldPath.Of("propagationPolicy"), policy, s_policies);
        }

        if (options.DryRun?.Find(d => d != "All") is { } dryRun)
        {
            errors.NotSupported(FieldPath.Of("dryRun"), dryRun, "All");
        }

        if (errors.Count > 0)
        {
            throw Failure.Invalid(s_info, "", errors);
        }
    }

    private static DeleteOptions Decode(byte[] json)
    {
        try
        {
            return ApiJson.Deserialize<DeleteOptions>(json);
        }
        catch (JsonException error)
        {
            throw JsonFailure.Describe(error, json, typeof(DeleteOptions), "v1", "DeleteOptions");
        }
    }

    private static long? Number(string? text) => string.IsNullOrEmpty(text) ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Failure.BadRequest($"gracePeriodSeconds: Invalid value: \"{text}\": must be a number");
}
