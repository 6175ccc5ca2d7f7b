using System.Globalization;
using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>The words of OpenAPI and of Kubernetes' extensions that a schema may use, and how they go together.</summary>
internal sealed class DialectCheck
{
    private static readonly string[] s_types = ["array", "boolean", "integer", "number", "object", "string"];
    private readonly FieldErrors _errors;

    private DialectCheck(FieldErrors errors) => _errors = errors;

    public static void Run(JSONSchemaProps schema, FieldPath path, FieldErrors errors)
    {
        if (schema.Nullable == true)
        {
            errors.Forbidden(path.Child("nullable"), "nullable cannot be true at the root");
        }

        new DialectCheck(errors).Place(schema, path, new Context(IsRoot: true, InMetadata: false, NoDefaults: null));
    }

    private void Place(JSONSchemaProps schema, FieldPath path, Context context)
    {
        Words(schema, path, context);
        ListTypeCheck.Run(schema, path, _errors);
        if (schema.XValidations is { Count: > 0 })
        {
            _errors.Forbidden(path.Child("x-kubernetes-validations"), "validation rules in CEL are not supported by this server yet");
        }

        var below = context with { IsRoot = false };
        if (schema.AdditionalProperties is { } additional)
        {
            if (schema.Properties is { Count: > 0 } && (additional.Schema is not null || additional.Allows != true))
            {
                _errors.Forbidden(path.Child("additionalProperties"), "additionalProperties and properties are mutual exclusive");
            }

            Maybe(additional.Schema, path.Child("additionalProperties"), context.InMetadata ? below with { NoDefaults = "inside additionalProperties applying to object metadata" } : below);
        }

        foreach (var (name, property) in schema.Properties ?? [])
        {
            var isMeta = (context.IsRoot || schema.XEmbeddedResource == true) && name is "metadata" or "kind" or "apiVersion";
            Maybe(property, path.Child("properties").Key(name), !isMeta ? below
                : below with { InMetadata = true, NoDefaults = context.IsRoot ? $"in top-level {name}" : below.NoDefaults });
        }

        Maybe(schema.Not, path.Child("not"), below);
        All(schema.AllOf, path.Child("allOf"), below);
        All(schema.OneOf, path.Child("oneOf"), below);
        All(schema.AnyOf, path.Child("anyOf"), below);
        Maybe(schema.Items?.Schema, path.Child("items"), below);
    }

    private void Maybe(JSONSchemaProps? schema, FieldPath path, Context context)
    {
        if (schema is not null)
        {
            Place(schema, path, context);
        }
    }

    private void All(List<JSONSchemaProps>? schemas, FieldPath path, Context context)
    {
        for (var i = 0; i < (schemas?.Count ?? 0); i++)
        {
            Place(schemas![i], path.Index(i), context);
        }
    }

    private void Words(JSONSchemaProps schema, FieldPath path, Context context)
    {
        if (schema.Type == "null")
        {
            Forbid(true, "type", "type cannot be set to null, use nullable as an alternative");
        }
        else if (schema.Type is { Length: > 0 } type && !s_types.Contains(type))
        {
            _errors.NotSupported(path.Child("type"), type, s_types);
        }

        Forbid(schema.Default is not null && context.NoDefaults is not null, "default", $"must not be set {context.NoDefaults}");
        Forbid(!string.IsNullOrEmpty(schema.Id), "id", "id is not supported");
        Forbid(!string.IsNullOrEmpty(schema.Schema), "$schema", "$schema is not supported");
        Forbid(schema.Ref is not null, "$ref", "$ref is not supported");
        Forbid(schema.AdditionalItems is not null, "additionalItems", "additionalItems is not supported");
        Forbid(schema.PatternProperties is { Count: > 0 }, "patternProperties", "patternProperties is not supported");
        Forbid(schema.Definitions is { Count: > 0 }, "definitions", "definitions is not supported");
        Forbid(schema.Dependencies is not null, "dependencies", "dependencies is not supported");
        Forbid(schema.Items?.JSONSchemas is { Count: > 0 }, "items", "items must be a schema object and not an array");
        Forbid(schema.UniqueItems == true, "uniqueItems", "uniqueItems cannot be set to true since the runtime complexity becomes quadratic");
        Forbid(context.InMetadata && schema.XEmbeddedResource == true, "x-kubernetes-embedded-resource", "must not be used inside of resource meta");
        if (schema.XPreserveUnknownFields == false)
        {
            _errors.Invalid(path.Child("x-kubernetes-preserve-unknown-fields"), false, "must be true or undefined");
        }

        if (schema.MultipleOf is { } factor && !(factor > 0))
        {
            _errors.Invalid(path.Child("multipleOf"), factor.ToString(CultureInfo.InvariantCulture), "must be greater than 0");
        }

        void Forbid(bool set, string field, string text)
        {
            if (set)
            {
                _errors.Forbidden(path.Child(field), text);
            }
        }
    }

    /// <param name="IsRoot">The schema of the whole object.</param>
    /// <param name="InMetadata">Below apiVersion, kind or metadata of an object.</param>
    /// <param name="NoDefaults">Why there may be no defaults; null where there may.</param>
    private sealed record Context(bool IsRoot, bool InMetadata, string? NoDefaults);
}
