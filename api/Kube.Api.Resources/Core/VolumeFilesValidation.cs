using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of volumes that show API data as files: ConfigMap, Secret, downward API and the projection of several.</summary>
internal static class VolumeFilesValidation
{
    private static readonly string[] s_fields = ["metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"];

    public static void Check(Volume volume, FieldPath path, FieldErrors errors)
    {
        if (volume.ConfigMap is { } configMap)
        {
            var at = path.Child("configMap");
            FieldRules.Required(configMap.Name, at.Child("name"), errors);
            CheckMode(configMap.DefaultMode, at.Child("defaultMode"), errors);
            CheckItems(configMap.Items, at.Child("items"), errors);
        }

        if (volume.Secret is { } secret)
        {
            var at = path.Child("secret");
            FieldRules.Required(secret.SecretName, at.Child("secretName"), errors);
            CheckMode(secret.DefaultMode, at.Child("defaultMode"), errors);
            CheckItems(secret.Items, at.Child("items"), errors);
        }

        if (volume.DownwardAPI is { } downward)
        {
            CheckMode(downward.DefaultMode, path.Child("downwardAPI", "defaultMode"), errors);
            CheckFiles(downward.Items, path.Child("downwardAPI", "items"), errors);
        }

        if (volume.Projected is { } projected)
        {
            Check(projected, path.Child("projected"), errors);
        }
    }

    private static void Check(ProjectedVolumeSource projected, FieldPath path, FieldErrors errors)
    {
        CheckMode(projected.DefaultMode, path.Child("defaultMode"), errors);
        for (var i = 0; i < (projected.Sources?.Count ?? 0); i++)
        {
            Check(projected.Sources![i], path.Child("sources").Index(i), errors);
        }
    }

    private static void Check(VolumeProjection source, FieldPath path, FieldErrors errors)
    {
        (string Name, object? Source)[] sources =
        [
            ("secret", source.Secret), ("downwardAPI", source.DownwardAPI), ("configMap", source.ConfigMap),
            ("serviceAccountToken", source.ServiceAccountToken), ("clusterTrustBundle", source.ClusterTrustBundle), ("podCertificate", source.PodCertificate),
        ];
        var given = sources.Where(s => s.Source is not null).ToList();
        if (given.Count == 0)
        {
            errors.Required(path, "must specify a projected volume type");
        }

        foreach (var (name, _) in given.Skip(1))
        {
            errors.Forbidden(path.Child(name), "may not specify more than 1 volume type per source");
        }

        if (source.Secret is { } secret)
        {
            FieldRules.Required(secret.Name, path.Child("secret", "name"), errors);
            CheckItems(secret.Items, path.Child("secret", "items"), errors);
        }

        if (source.ConfigMap is { } configMap)
        {
            FieldRules.Required(configMap.Name, path.Child("configMap", "name"), errors);
            CheckItems(configMap.Items, path.Child("configMap", "items"), errors);
        }

        CheckFiles(source.DownwardAPI?.Items, path.Child("downwardAPI", "items"), errors);
        if (source.ServiceAccountToken is { } token)
        {
            Check(token, path.Child("serviceAccountToken"), errors);
        }
    }

    private static void Check(ServiceAccountTokenProjection token, FieldPath path, FieldErrors errors)
    {
        if (token.ExpirationSeconds < 600)
        {
            errors.Invalid(path.Child("expirationSeconds"), token.ExpirationSeconds, "may not specify a duration less than 10 minutes");
        }

        FieldRules.Required(token.Path, path.Child("path"), errors);
        FieldRules.DescendingPath(token.Path, path.Child("path"), errors);
    }

    private static void CheckItems(List<KeyToPath>? items, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < (items?.Count ?? 0); i++)
        {
            var (item, at) = (items![i], path.Index(i));
            FieldRules.Required(item.Key, at.Child("key"), errors);
            FieldRules.Required(item.Path, at.Child("path"), errors);
            FieldRules.DescendingPath(item.Path, at.Child("path"), errors);
            CheckMode(item.Mode, at.Child("mode"), errors);
        }
    }

    private static void CheckFiles(List<DownwardAPIVolumeFile>? files, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < (files?.Count ?? 0); i++)
        {
            var (file, at) = (files![i], path.Index(i));
            FieldRules.Required(file.Path, at.Child("path"), errors);
            FieldRules.DescendingPath(file.Path, at.Child("path"), errors);
            CheckMode(file.Mode, at.Child("mode"), errors);
            switch (file)
            {
                case { FieldRef: null, ResourceFieldRef: null }:
                    errors.Required(at, "one of fieldRef and resourceFieldRef is required");
                    break;
                case { FieldRef: not null, ResourceFieldRef: not null }:
                    errors.Invalid(at, "resource", "fieldRef and resourceFieldRef can not be specified simultaneously");
                    break;
                case { FieldRef: { } field }:
                    EnvValidation.CheckField(field, s_fields, at.Child("fieldRef"), errors);
                    break;
                case { ResourceFieldRef: { } resource }:
                    FieldRules.Required(resource.ContainerName, at.Child("resourceFieldRef", "containerName"), errors);
                    EnvValidation.CheckResource(resource, at.Child("resourceFieldRef"), errors);
                    break;
            }
        }
    }

    private static void CheckMode(int? mode, FieldPath path, FieldErrors errors)
    {
        const int Highest = 511;
        if (mode is < 0 or > Highest)
        {
            errors.Invalid(path, mode, "must be a number between 0 and 0777 (octal), both inclusive");
        }
    }
}
