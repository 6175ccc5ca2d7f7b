using Kube.Api;
using Kube.ApiServer.Errors;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Codec;

/// <summary>The <c>dryRun</c> parameter: <c>All</c>, or nothing.</summary>
internal static class DryRun
{
    private static readonly ResourceInfo s_options = new("meta.k8s.io", "v1", "CreateOptions", "createoptions", Scope.Cluster);

    public static bool Parse(IEnumerable<string?> values)
    {
        var given = values.Where(v => !string.IsNullOrEmpty(v)).ToList();
        if (given.Find(v => v != "All") is { } wrong)
        {
            var errors = new FieldErrors();
            errors.NotSupported(FieldPath.Of("dryRun"), wrong, "All");
            throw Failure.Invalid(s_options, "", errors);
        }

        return given.Count > 0;
    }
}
