using System.Text.RegularExpressions;
using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a container's environment, and of the field references the downward API has in common with it.</summary>
internal static partial class EnvValidation
{
    private const string NameText = "a valid environment variable name must consist only of printable ASCII characters other than '='";

    private static readonly string[] s_fields =
    [
        "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
        "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
    ];

    private static readonly string[] s_resources =
    [
        "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu", "requests.ephemeral-storage", "requests.memory",
    ];

    public static void Check(Container container, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < (container.Env?.Count ?? 0); i++)
        {
            Check(container.Env![i], path.Child("env").Index(i), errors);
        }

        for (var i = 0; i < (container.EnvFrom?.Count ?? 0); i++)
        {
            Check(container.EnvFrom![i], path.Child("envFrom").Index(i), errors);
        }
    }

    /// <summary>The rules of a resource reference.</summary>
    public static void CheckResource(ResourceFieldSelector field, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(field.Resource))
        {
            errors.Required(path.Child("resource"));
        }
        else if (!s_resources.Contains(field.Resource) && !field.Resource.StartsWith("limits.hugepages-", StringComparison.Ordinal)
            && !field.Resource.StartsWith("requests.hugepages-", StringComparison.Ordinal))
        {
            errors.NotSupported(path.Child("resource"), field.Resource, s_resources);
        }
    }

    /// <summary>The rules of a field reference that may name any of <paramref name="allowed"/>, a label or an annotation.</summary>
    public static void CheckField(ObjectFieldSelector field, IReadOnlyCollection<string> allowed, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(field.ApiVersion, path.Child("apiVersion"), errors);
        if (string.IsNullOrEmpty(field.FieldPath))
        {
            errors.Required(path.Child("fieldPath"));
        }
        else if (Subscripted().Match(field.FieldPath) is { Success: true } match)
        {
            FieldRules.QualifiedName(match.Groups[1].Value, path.Child("fieldPath"), errors);
        }
        else if (!allowed.Contains(field.FieldPath))
        {
            errors.NotSupported(path.Child("fieldPath"), field.FieldPath, allowed);
        }
    }

    private static void Check(EnvVar variable, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(variable.Name, path.Child("name"), errors);
        FieldRules.Name(variable.Name, NameError, path.Child("name"), errors);
        if (variable.ValueFrom is not { } from)
        {
            return;
        }

        var at = path.Child("valueFrom");
        object?[] sources = [from.FieldRef, from.ResourceFieldRef, from.ConfigMapKeyRef, from.SecretKeyRef, from.FileKeyRef];
        var count = sources.Count(s => s is not null);
        if (count == 0)
        {
            errors.Invalid(at, "", "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`");
        }
        else if (!string.IsNullOrEmpty(variable.Value))
        {
            errors.Invalid(at, "", "may not be specified when `value` is not empty");
        }
        else if (count > 1)
        {
            errors.Invalid(at, "", "may not have more than one field specified at a time");
        }

        CheckSource(from, at, errors);
    }

    private static void CheckSource(EnvVarSource from, FieldPath path, FieldErrors errors)
    {
        if (from.FieldRef is { } field)
        {
            CheckField(field, s_fields, path.Child("fieldRef"), errors);
        }

        if (from.ResourceFieldRef is { } resource)
        {
            CheckResource(resource, path.Child("resourceFieldRef"), errors);
        }

        if (from.ConfigMapKeyRef is { } configMap)
        {
            CheckKey(configMap.Name, configMap.Key, path.Child("configMapKeyRef"), errors);
        }

        if (from.SecretKeyRef is { } secret)
        {
            CheckKey(secret.Name, secret.Key, path.Child("secretKeyRef"), errors);
        }
    }

    private static void Check(EnvFromSource source, FieldPath path, FieldErrors errors)
    {
        FieldRules.Name(source.Prefix, NameError, path.Child("prefix"), errors);
        if (source.ConfigMapRef is { } configMap)
        {
            FieldRules.Required(configMap.Name, path.Child("configMapRef", "name"), errors);
        }

        if (source.SecretRef is { } secret)
        {
            FieldRules.Required(secret.Name, path.Child("secretRef", "name"), errors);
        }

        if (source is { ConfigMapRef: null, SecretRef: null })
        {
            errors.Invalid(path, "", "must specify one of: `configMapRef` or `secretRef`");
        }
        else if (source is { ConfigMapRef: not null, SecretRef: not null })
        {
            errors.Invalid(path, "", "may not have more than one field specified at a time");
        }
    }

    private static void CheckKey(string? name, string? key, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(name, path.Child("name"), errors);
        FieldRules.Required(key, path.Child("key"), errors);
        FieldRules.Name(key, ObjectNames.ConfigKeyError, path.Child("key"), errors);
    }

    private static string? NameError(string name) => name.All(c => c is >= ' ' and <= '~' and not '=') ? null : NameText;

    [GeneratedRegex(@"^metadata\.(?:labels|annotations)\['(.*)'\]$")]
    private static partial Regex Subscripted();
}
