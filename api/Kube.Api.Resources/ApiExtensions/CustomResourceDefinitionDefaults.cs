using Kube.Api.ApiExtensions.V1;

namespace Kube.Api.Resources.ApiExtensions;

/// <summary>What a definition means where it says nothing.</summary>
internal static class CustomResourceDefinitionDefaults
{
    public static void Apply(CustomResourceDefinition obj)
    {
        if (obj.Spec is not { } spec)
        {
            return;
        }

        if (spec.Names is { Kind: { Length: > 0 } kind } names)
        {
            names.Singular = string.IsNullOrEmpty(names.Singular) ? kind.ToLowerInvariant() : names.Singular;
            names.ListKind = string.IsNullOrEmpty(names.ListKind) ? kind + "List" : names.ListKind;
        }

        spec.Conversion ??= new CustomResourceConversion { Strategy = ConversionStrategyType.None };
        if (spec.Conversion.Webhook?.ClientConfig?.Service is { } service)
        {
            service.Port ??= 443;
        }

        if (spec.PreserveUnknownFields == false)
        {
            spec.PreserveUnknownFields = null;
        }
    }
}
