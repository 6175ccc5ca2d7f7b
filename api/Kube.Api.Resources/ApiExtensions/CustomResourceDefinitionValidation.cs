using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.ApiExtensions;

/// <summary>The rules of a definition's spec.</summary>
internal static class CustomResourceDefinitionValidation
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(CustomResourceDefinition obj, FieldErrors errors)
    {
        var spec = obj.Spec ?? new CustomResourceDefinitionSpec();
        var names = spec.Names ?? new CustomResourceDefinitionNames();
        if (obj.Metadata?.Name is { Length: > 0 } name && name != $"{names.Plural}.{spec.Group}")
        {
            errors.Invalid(FieldPath.Of("metadata", "name"), name, "must be spec.names.plural+\".\"+spec.group");
        }

        Group(spec.Group, errors);
        FieldRules.OneOf(spec.Scope, s_spec.Child("scope"), errors, ResourceScope.Cluster, ResourceScope.Namespaced);
        CustomResourceVersionsValidation.Check(spec.Versions ?? [], s_spec, errors);
        CustomResourceNamesValidation.CheckComplete(names, s_spec.Child("names"), errors);
        CustomResourceNamesValidation.Check(names, s_spec.Child("names"), errors);
        Conversion(spec.Conversion, s_spec.Child("conversion"), errors);
        if (spec.PreserveUnknownFields == true)
        {
            errors.Invalid(s_spec.Child("preserveUnknownFields"), true, "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead");
        }
    }

    /// <summary>The group and the plural are in the object's name; kind and scope are fixed once objects may exist.</summary>
    public static void CheckUnchanged(CustomResourceDefinition obj, CustomResourceDefinition old, FieldErrors errors)
    {
        var (spec, before) = (obj.Spec, old.Spec);
        if (old.IsTrue(CustomResourceDefinitionConditionType.Established))
        {
            Same(spec?.Scope, before?.Scope, s_spec.Child("scope"), errors);
            Same(spec?.Names?.Kind, before?.Names?.Kind, s_spec.Child("names", "kind"), errors);
        }

        Same(spec?.Group, before?.Group, s_spec.Child("group"), errors);
        Same(spec?.Names?.Plural, before?.Names?.Plural, s_spec.Child("names", "plural"), errors);
    }

    private static void Same(string? value, string? before, FieldPath path, FieldErrors errors)
    {
        if ((value ?? "") != (before ?? ""))
        {
            errors.Immutable(path, value ?? "");
        }
    }

    private static void Group(string? group, FieldErrors errors)
    {
        var path = s_spec.Child("group");
        FieldRules.Required(group, path, errors);
        FieldRules.Name(group, g => ObjectNames.DnsSubdomainError(g) ?? (g.Contains('.', StringComparison.Ordinal) ? null : "should be a domain with at least one dot"), path, errors);
    }

    private static void Conversion(CustomResourceConversion? conversion, FieldPath path, FieldErrors errors)
    {
        if (conversion is null)
        {
            return;
        }

        FieldRules.OneOf(conversion.Strategy, path.Child("strategy"), errors, ConversionStrategyType.None, ConversionStrategyType.Webhook);
        if (conversion.Strategy == ConversionStrategyType.Webhook)
        {
            errors.Invalid(path.Child("strategy"), conversion.Strategy, "conversion by webhook is not supported by this server yet; use None");
        }
        else if (conversion.Webhook is { } webhook)
        {
            if (webhook.ClientConfig is not null)
            {
                errors.Forbidden(path.Child("webhookClientConfig"), "should not be set when strategy is not set to Webhook");
            }

            if (webhook.ConversionReviewVersions is { Count: > 0 })
            {
                errors.Forbidden(path.Child("conversionReviewVersions"), "should not be set when strategy is not set to Webhook");
            }
        }
    }
}
