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

/// <summary>Reads DeleteOptions: the body where there is one, else the query. As in Kubernetes the two are not mixed, but for dryRun, which is heeded wherever it stands.</summary>
internal static class DeleteOptionsReader
{
    private static readonly ResourceInfo s_info = new("meta.k8s.io", "v1", "DeleteOptions", "deleteoptions", Scope.Cluster);
    private static readonly string[] s_policies = [DeletionPropagation.Background, DeletionPropagation.Foreground, DeletionPropagation.Orphan];

    public static async Task<DeleteOptions> ReadAsync(ApiRequest request)
    {
        var body = await RequestBody.ReadAsync(request.Http.Request, request.Cancel);
        var options = body.Length == 0 ? FromQuery(request) : Decode(BodyDecoder.ToJson(body, request.Http.Request.ContentType, ObjectForm.Of(typeof(DeleteOptions))));
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
            errors.NotSupported(FieldPath.Of("propagationPolicy"), policy, [.. s_policies, "nil"]);
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

    private static DeleteOptions FromQuery(ApiRequest request) => new()
    {
        GracePeriodSeconds = Number(request.Query("gracePeriodSeconds")),
        PropagationPolicy = request.Query("propagationPolicy"),
        OrphanDependents = request.Query("orphanDependents")?.ToLowerInvariant() is { } flag ? flag is not ("false" or "0") : null,
        Preconditions = request.Query("uid") is { Length: > 0 } uid ? new Preconditions { Uid = uid } : null,
    };

    private static DeleteOptions Decode(byte[] json)
    {
        try
        {
            var options = ApiJson.Deserialize<DeleteOptions>(json);
            return options.Kind is null or "" or "DeleteOptions" ? options : throw Failure.BadRequest("decoded object cannot be converted to DeleteOptions");
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
