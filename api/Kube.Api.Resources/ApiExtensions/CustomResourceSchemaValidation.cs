using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Schema.Structural;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.ApiExtensions;

/// <summary>The schema of a version, and the fields of it that selectors may name.</summary>
internal static class CustomResourceSchemaValidation
{
    private const int MostSelectableFields = 8;
    private const string AllowedAtRoot = "[Description Type Format Title Maximum ExclusiveMaximum Minimum ExclusiveMinimum MaxLength MinLength Pattern MaxItems MinItems UniqueItems MultipleOf Required Items Properties ExternalDocs Example XPreserveUnknownFields XValidations]";

    public static void Check(CustomResourceDefinitionVersion version, FieldPath path, FieldErrors errors)
    {
        if (version.Schema?.OpenAPIV3Schema is not { } schema)
        {
            return;
        }

        var at = path.Child("openAPIV3Schema");
        if (version.Subresources?.Status is not null)
        {
            Root(schema, at, errors);
        }

        StructuralSchema.Compile(schema, at, errors);
    }

    public static void CheckSelectableFields(CustomResourceDefinitionVersion version, FieldPath path, FieldErrors errors)
    {
        if (version.SelectableFields is not { Count: > 0 } fields || version.Schema?.OpenAPIV3Schema is not { } schema)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
        {
            var (field, at) = (fields[i].JsonPath ?? "", path.Index(i).Child("jsonPath"));
            if (field.Length == 0)
            {
                errors.Required(at);
                continue;
            }

            if (TypeAt(schema, field) is not { } type)
            {
                errors.Invalid(at, field, "is an invalid path: does not refer to a valid field");
                continue;
            }

            if (field.Split('.') is [_, "metadata", ..])
            {
                errors.Invalid(at, field, "must not point to fields in metadata");
            }

            if (type is not ("string" or "boolean" or "integer"))
            {
                errors.Invalid(at, field, "must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.");
            }

            if (!seen.Add(field))
            {
                errors.Duplicate(at, field);
            }
        }

        if (seen.Count > MostSelectableFields)
        {
            errors.TooMany(path, seen.Count, MostSelectableFields);
        }
    }

    // The field must be declared, step by step; lists and maps have no fields.
    private static string? TypeAt(JSONSchemaProps schema, string path)
    {
        var steps = path.Split('.');
        if (steps[0].Length > 0)
        {
            return null;
        }

        JSONSchemaProps? at = schema;
        foreach (var step in steps[1..])
        {
            at = at?.Properties?.GetValueOrDefault(step);
        }

        return at is null ? null : at.Type ?? "";
    }

    // With a status of its own, rules about the object as a whole would not see all of it.
    private static void Root(JSONSchemaProps schema, FieldPath path, FieldErrors errors)
    {
        if (schema.Type is { Length: > 0 } type && type != "object")
        {
            errors.Invalid(path.Child("type"), type, "only \"object\" is allowed as the type at the root of the schema if the status subresource is enabled");
        }
        else if (schema.Default is not null || schema.Enum is { Count: > 0 } || schema.MaxProperties is not null || schema.MinProperties is not null
            || schema.AllOf is { Count: > 0 } || schema.AnyOf is { Count: > 0 } || schema.OneOf is { Count: > 0 } || schema.Not is not null
            || schema.AdditionalProperties is not null || schema.Nullable == true || schema.XEmbeddedResource == true || schema.XIntOrString == true
            || schema.XListType is not null || schema.XListMapKeys is { Count: > 0 } || schema.XMapType is not null)
        {
            errors.Invalid(path, "", $"only {AllowedAtRoot} fields are allowed at the root of the schema if the status subresource is enabled");
        }
    }
}
