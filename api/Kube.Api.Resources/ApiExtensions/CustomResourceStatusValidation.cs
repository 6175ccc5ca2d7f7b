using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.ApiExtensions;

/// <summary>The rules of a definition's status.</summary>
internal static class CustomResourceStatusValidation
{
    public static void Check(CustomResourceDefinition obj, FieldErrors errors)
    {
        if (obj.Status?.AcceptedNames is { } names)
        {
            CustomResourceNamesValidation.Check(names, FieldPath.Of("status", "acceptedNames"), errors);
        }
    }

    /// <summary>A version in which objects may be stored cannot be taken away.</summary>
    public static void CheckStoredVersions(CustomResourceDefinition obj, FieldErrors errors)
    {
        var path = FieldPath.Of("status", "storedVersions");
        var (stored, versions) = (obj.Status?.StoredVersions ?? [], obj.Spec?.Versions ?? []);
        if (stored.Count == 0)
        {
            errors.Invalid(path, FieldRules.Shown(stored), "must have at least one stored version");
            return;
        }

        foreach (var version in versions.Where(v => v.Storage == true && !stored.Contains(v.Name ?? "")))
        {
            errors.Invalid(path, FieldRules.Shown(stored), $"must have the storage version {version.Name}");
        }

        for (var i = 0; i < stored.Count; i++)
        {
            var name = stored[i];
            if (!versions.Exists(v => v.Name == name))
            {
                errors.Invalid(path.Index(i), name, $"missing from spec.versions; {name} was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in {name} and removes {name} from status.storedVersions");
            }
        }
    }
}
