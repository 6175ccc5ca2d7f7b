using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.ApiExtensions;

/// <summary>What a custom kind may be called.</summary>
internal static class CustomResourceNamesValidation
{
    /// <summary>The form of the names that are given.</summary>
    public static void Check(CustomResourceDefinitionNames names, FieldPath path, FieldErrors errors)
    {
        FieldRules.Name(names.Plural, ObjectNames.Dns1035LabelError, path.Child("plural"), errors);
        FieldRules.Name(names.Singular, ObjectNames.Dns1035LabelError, path.Child("singular"), errors);
        FieldRules.Name(names.Kind, KindError, path.Child("kind"), errors);
        FieldRules.Name(names.ListKind, KindError, path.Child("listKind"), errors);
        Each(names.ShortNames, path.Child("shortNames"), errors);
        if (names.Kind is { Length: > 0 } kind && kind == names.ListKind)
        {
            errors.Invalid(path.Child("listKind"), kind, "kind and listKind may not be the same");
        }

        Each(names.Categories, path.Child("categories"), errors);
    }

    /// <summary>That the names are given which a kind needs.</summary>
    public static void CheckComplete(CustomResourceDefinitionNames names, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(names.Plural, path.Child("plural"), errors);
        FieldRules.Required(names.Singular, path.Child("singular"), errors);
        FieldRules.Required(names.Kind, path.Child("kind"), errors);
        FieldRules.Required(names.ListKind, path.Child("listKind"), errors);
    }

    private static string? KindError(string kind) => ObjectNames.Dns1035LabelError(kind.ToLowerInvariant()) is { } problem
        ? "may have mixed case, but should otherwise match: " + problem
        : null;

    private static void Each(List<string>? names, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < (names?.Count ?? 0); i++)
        {
            if (ObjectNames.Dns1035LabelError(names![i]) is { } problem)
            {
                errors.Invalid(path.Index(i), names[i], problem);
            }
        }
    }
}
