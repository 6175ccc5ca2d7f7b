using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>Refuses schemas that are too deep or too large before anything else walks them.</summary>
internal static class SchemaSize
{
    /// <summary>Deeper schemas than this describe no object that could be sent: a level of a schema is two levels of JSON.</summary>
    public const int MaximumDepth = 120;

    /// <summary>The largest schemas in use have a few thousand places.</summary>
    public const int MaximumNodes = 100_000;

    public static bool Check(JSONSchemaProps schema, FieldPath path, FieldErrors errors)
    {
        var left = MaximumNodes;
        if (Fits(schema, MaximumDepth, ref left))
        {
            return true;
        }

        errors.Invalid(path, "", left < 0 ? $"must not have more than {MaximumNodes} schemas" : $"must not be nested deeper than {MaximumDepth} schemas");
        return false;
    }

    /// <summary>The schemas directly within one, those included that a structural schema may not have.</summary>
    public static IEnumerable<JSONSchemaProps> Within(JSONSchemaProps schema)
    {
        IEnumerable<JSONSchemaProps?> all =
        [
            .. (schema.Properties ?? []).Values, schema.AdditionalProperties?.Schema, schema.Items?.Schema, .. schema.Items?.JSONSchemas ?? [],
            .. schema.AllOf ?? [], .. schema.AnyOf ?? [], .. schema.OneOf ?? [], schema.Not,
            .. (schema.PatternProperties ?? []).Values, .. (schema.Definitions ?? []).Values, schema.AdditionalItems?.Schema,
            .. (schema.Dependencies ?? []).Values.Select(d => d?.Schema),
        ];
        return all.OfType<JSONSchemaProps>();
    }

    /// <summary>True when nothing is wrong with the size.</summary>
    public static bool Fits(JSONSchemaProps schema)
    {
        var left = MaximumNodes;
        return Fits(schema, MaximumDepth, ref left);
    }

    /// <summary>A schema and all within it.</summary>
    public static IEnumerable<JSONSchemaProps> All(JSONSchemaProps schema) => Within(schema).SelectMany(All).Prepend(schema);

    private static bool Fits(JSONSchemaProps schema, int depth, ref int left)
    {
        if (depth == 0 || --left < 0)
        {
            return false;
        }

        foreach (var inner in Within(schema))
        {
            if (!Fits(inner, depth - 1, ref left))
            {
                return false;
            }
        }

        return true;
    }
}
