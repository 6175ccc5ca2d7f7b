using Kube.Api;
using Kube.ApiServer.Errors;
using Kube.ApiServer.Routing;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Codec;

/// <summary>The query parameters that every write takes: <c>dryRun</c>, <c>fieldManager</c>, <c>fieldValidation</c>, and <c>force</c> of an apply. Wrong ones are one 422.</summary>
internal static class WriteParameters
{
    private const int MaximumManager = 128;
    private static readonly string[] s_validations = ["", "Ignore", "Strict", "Warn"];

    public static void Check(ApiRequest request)
    {
        var errors = new FieldErrors();
        if (request.Http.Request.Query["dryRun"].FirstOrDefault(v => v is not ("All" or "" or null)) is { } dryRun)
        {
            errors.NotSupported(FieldPath.Of("dryRun"), dryRun, "All");
        }

        CheckManager(request, errors);
        if (request.Query("fieldValidation") is { } validation && !s_validations.Contains(validation))
        {
            errors.NotSupported(FieldPath.Of("fieldValidation"), validation, s_validations);
        }

        if (errors.Count > 0)
        {
            throw Failure.Invalid(Options(request.Info.Verb), "", errors);
        }
    }

    private static void CheckManager(ApiRequest request, FieldErrors errors)
    {
        var (path, manager) = (FieldPath.Of("fieldManager"), request.Query("fieldManager") ?? "");
        var applies = MediaType.Parse(request.Http.Request.ContentType ?? "").Name == MediaType.ApplyPatch;
        if (request.Info.Verb == "patch" && applies && manager.Length == 0)
        {
            errors.Required(path, "is required for apply patch");
        }

        if (request.Info.Verb == "patch" && !applies && request.Query("force") is not null)
        {
            errors.Forbidden(FieldPath.Of("force"), "may not be specified for non-apply patch");
        }

        if (System.Text.Encoding.UTF8.GetByteCount(manager) > MaximumManager)
        {
            errors.TooLong(path, MaximumManager);
        }

        if (manager.Any(char.IsControl))
        {
            errors.Invalid(path, manager, "should only contain printable characters");
        }
    }

    private static ResourceInfo Options(string verb)
    {
        var kind = verb switch
        {
            "create" => "CreateOptions",
            "update" => "UpdateOptions",
            "patch" => "PatchOptions",
            _ => "DeleteOptions",
        };
        return new ResourceInfo("meta.k8s.io", "v1", kind, kind.ToLowerInvariant(), Scope.Cluster);
    }
}
