using Kube.Api.Core.V1;
using Kube.Api.Storage.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Storage;

/// <summary>The rules of a StorageClass. Volumes that exist were made by it, so that how it makes them cannot change.</summary>
internal static class StorageClassValidation
{
    public static void Check(StorageClass obj, FieldErrors errors)
    {
        ClassValidation.CheckProvisioner(obj.Provisioner, FieldPath.Of("provisioner"), errors);
        ClassValidation.CheckParameters(obj.Parameters, FieldPath.Of("parameters"), errors);
        FieldRules.AbsentOrOneOf(obj.ReclaimPolicy, FieldPath.Of("reclaimPolicy"), errors, PersistentVolumeReclaimPolicy.Delete, PersistentVolumeReclaimPolicy.Retain);
        FieldRules.OneOf(obj.VolumeBindingMode, FieldPath.Of("volumeBindingMode"), errors, VolumeBindingMode.Immediate, VolumeBindingMode.WaitForFirstConsumer);
        CheckTopologies(obj.AllowedTopologies ?? [], FieldPath.Of("allowedTopologies"), errors);
    }

    public static void CheckUpdate(StorageClass obj, StorageClass old, FieldErrors errors)
    {
        ClassValidation.Unchanged(Maps.Same(obj.Parameters, old.Parameters), "parameters", errors);
        ClassValidation.Unchanged(obj.Provisioner == old.Provisioner, "provisioner", errors);
        ClassValidation.Unchanged(obj.ReclaimPolicy == old.ReclaimPolicy, "reclaimPolicy", errors);
        if (obj.VolumeBindingMode != old.VolumeBindingMode)
        {
            errors.Immutable(FieldPath.Of("volumeBindingMode"), obj.VolumeBindingMode);
        }
    }

    private static void CheckTopologies(List<TopologySelectorTerm> terms, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            Check(terms[i].MatchLabelExpressions ?? [], path.Index(i).Child("matchLabelExpressions"), errors);
            if (terms[..i].Any(t => Wire.Same(t, terms[i])))
            {
                errors.Duplicate(path.Index(i).Child("matchLabelExpressions"), "");
            }
        }
    }

    private static void Check(List<TopologySelectorLabelRequirement> requirements, FieldPath path, FieldErrors errors)
    {
        var keys = new HashSet<string>();
        for (var i = 0; i < requirements.Count; i++)
        {
            var (requirement, at) = (requirements[i], path.Index(i));
            if (!keys.Add(requirement.Key ?? ""))
            {
                errors.Duplicate(at.Child("key"), requirement.Key);
            }

            FieldRules.QualifiedName(requirement.Key, at.Child("key"), errors);
            if (requirement.Values is not { Count: > 0 } values)
            {
                errors.Required(at.Child("values"));
                continue;
            }

            foreach (var repeated in values.Where((v, n) => values.IndexOf(v) < n))
            {
                errors.Duplicate(at.Child("values").Index(values.LastIndexOf(repeated)), repeated);
            }
        }
    }
}
