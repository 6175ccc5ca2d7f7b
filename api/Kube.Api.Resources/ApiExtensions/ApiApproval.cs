using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.ApiExtensions;

/// <summary>Groups of the Kubernetes project are open only to definitions that say where they were approved.</summary>
internal static class ApiApproval
{
    private const string Annotation = "api-approved.kubernetes.io";
    private const string Link = "see https://github.com/kubernetes/enhancements/pull/1111";

    /// <param name="obj">The definition.</param>
    /// <param name="old">The definition before; null for a new one. What was let in once stays.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static void Check(CustomResourceDefinition obj, CustomResourceDefinition? old, FieldErrors errors)
    {
        var said = Said(obj);
        if (!IsProtected(obj.Spec?.Group ?? "") || (old is not null && said == Said(old)))
        {
            return;
        }

        var path = FieldPath.Of("metadata", "annotations").Key(Annotation);
        if (said.Length == 0)
        {
            errors.Required(path, $"protected groups must have approval annotation \"{Annotation}\", {Link}");
        }
        else if (!said.StartsWith("unapproved", StringComparison.Ordinal) && !(Uri.TryCreate(said, UriKind.Absolute, out var url) && url.Host.Length > 0))
        {
            errors.Invalid(path, said, $"protected groups must have approval annotation \"{Annotation}\" with either a URL or a reason starting with \"unapproved\", {Link}");
        }
    }

    private static string Said(CustomResourceDefinition obj) => obj.Metadata?.Annotations?.GetValueOrDefault(Annotation) ?? "";

    private static bool IsProtected(string group) => group is "k8s.io" or "kubernetes.io"
        || group.EndsWith(".k8s.io", StringComparison.Ordinal) || group.EndsWith(".kubernetes.io", StringComparison.Ordinal);
}
