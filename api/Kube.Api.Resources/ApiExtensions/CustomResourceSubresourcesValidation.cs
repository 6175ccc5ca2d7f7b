using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.ApiExtensions;

/// <summary>The paths by which a custom object shows its replicas.</summary>
internal static class CustomResourceSubresourcesValidation
{
    public static void Check(CustomResourceSubresources? subresources, FieldPath path, FieldErrors errors)
    {
        if (subresources?.Scale is not { } scale)
        {
            return;
        }

        var at = path.Child("scale");
        FieldRules.Required(scale.SpecReplicasPath, at.Child("specReplicasPath"), errors);
        FieldRules.Name(scale.SpecReplicasPath, p => PathError(p, "should be a json path under .spec", ".spec."), at.Child("specReplicasPath"), errors);
        FieldRules.Required(scale.StatusReplicasPath, at.Child("statusReplicasPath"), errors);
        FieldRules.Name(scale.StatusReplicasPath, p => PathError(p, "should be a json path under .status", ".status."), at.Child("statusReplicasPath"), errors);
        FieldRules.Name(scale.LabelSelectorPath, p => PathError(p, "should be a json path under either .spec or .status", ".spec.", ".status."), at.Child("labelSelectorPath"), errors);
    }

    private static string? PathError(string path, string text, params string[] roots) => path[0] != '.' ? "must be a simple json path starting with ."
        : !roots.Any(r => path.StartsWith(r, StringComparison.Ordinal)) ? text
        : path[1..].Split('.').Any(p => p.Length == 0) || path.Contains('[', StringComparison.Ordinal) ? "must be a json path in the dot notation without lists"
        : null;
}
