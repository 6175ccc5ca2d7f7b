using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>What may stand within anyOf, allOf, oneOf and not: rules about values, nothing that shapes them.</summary>
internal sealed class NestedCheck
{
    private readonly FieldErrors _errors;

    private NestedCheck(FieldErrors errors) => _errors = errors;

    /// <summary>Checks the logic of one place.</summary>
    public static void Run(JSONSchemaProps place, FieldPath path, FieldErrors errors)
    {
        var check = new NestedCheck(errors);
        foreach (var (nested, at, mayHaveTypes) in Logic(place, path, IsIntOrString(place.AnyOf), IsIntOrString(place.AllOf?.FirstOrDefault()?.AnyOf)))
        {
            check.Nested(nested, place, at, mayHaveTypes);
        }
    }

    // The one form in which types may be told apart: an integer or a string.
    private static bool IsIntOrString(List<JSONSchemaProps>? anyOf) => anyOf is [{ Type: "integer" } number, { Type: "string" } text]
        && IsEmpty(number, "integer") && IsEmpty(text, "string");

    private static bool IsEmpty(JSONSchemaProps schema, string type) =>
        Kube.Api.ApiJson.Serialize(schema).AsSpan().SequenceEqual(Kube.Api.ApiJson.Serialize(new JSONSchemaProps { Type = type }));

    private static IEnumerable<(JSONSchemaProps Schema, FieldPath At, bool MayHaveTypes)> Logic(JSONSchemaProps schema, FieldPath path, bool anyOfIsFree, bool firstAllOfIsFree)
    {
        for (var i = 0; !anyOfIsFree && i < (schema.AnyOf?.Count ?? 0); i++)
        {
            yield return (schema.AnyOf![i], path.Child("anyOf").Index(i), false);
        }

        for (var i = 0; i < (schema.AllOf?.Count ?? 0); i++)
        {
            yield return (schema.AllOf![i], path.Child("allOf").Index(i), firstAllOfIsFree && i == 0);
        }

        for (var i = 0; i < (schema.OneOf?.Count ?? 0); i++)
        {
            yield return (schema.OneOf![i], path.Child("oneOf").Index(i), false);
        }

        if (schema.Not is { } not)
        {
            yield return (not, path.Child("not"), false);
        }
    }

    /// <param name="nested">The schema within the logic.</param>
    /// <param name="declared">The place it talks about; null when nothing declares that.</param>
    /// <param name="path">Where the nested schema is.</param>
    /// <param name="anyOfMayHaveTypes">Its anyOf is the one that may tell an integer from a string.</param>
    private void Nested(JSONSchemaProps nested, JSONSchemaProps? declared, FieldPath path, bool anyOfMayHaveTypes)
    {
        Forbidden(nested, path);
        foreach (var (inner, at, free) in Logic(nested, path, anyOfMayHaveTypes, false))
        {
            Nested(inner, declared, at, free);
        }

        if (nested.Items?.Schema is { } items)
        {
            Declared(declared?.Items?.Schema, items, path.Child("items"));
        }

        foreach (var (name, property) in nested.Properties ?? [])
        {
            var at = path.Child("properties").Key(name);
            if (name == "metadata")
            {
                _errors.Forbidden(at, "must not be specified in a nested context");
            }

            Declared(declared?.Properties?.GetValueOrDefault(name), property, at);
        }
    }

    private void Declared(JSONSchemaProps? declared, JSONSchemaProps nested, FieldPath at)
    {
        if (declared is null)
        {
            _errors.Required(Outside(at), $"because it is defined in {at}");
        }

        Nested(nested, declared, at, false);
    }

    // The place outside of the logic that a nested place stands for.
    private static FieldPath Outside(FieldPath nested) =>
        FieldPath.Of(System.Text.RegularExpressions.Regex.Replace(nested.ToString(), @"\.(anyOf|allOf|oneOf)\[\d+\]|\.not(?=$|[.\[])", ""));

    private void Forbidden(JSONSchemaProps nested, FieldPath path)
    {
        Check(!string.IsNullOrEmpty(nested.Type), "type", "must be empty to be structural");
        Check(nested.AdditionalProperties is not null, "additionalProperties", "must be undefined to be structural");
        Check(nested.Default is not null, "default", "must be undefined to be structural");
        Check(!string.IsNullOrEmpty(nested.Title), "title", "must be empty to be structural");
        Check(!string.IsNullOrEmpty(nested.Description), "description", "must be empty to be structural");
        Check(nested.Nullable == true, "nullable", "must be false to be structural");
        Check(nested.XPreserveUnknownFields == true, "x-kubernetes-preserve-unknown-fields", "must be false to be structural");
        Check(nested.XEmbeddedResource == true, "x-kubernetes-embedded-resource", "must be false to be structural");
        Check(nested.XIntOrString == true, "x-kubernetes-int-or-string", "must be false to be structural");
        Check(nested.XListMapKeys is { Count: > 0 }, "x-kubernetes-list-map-keys", "must be empty to be structural");
        Check(nested.XListType is not null, "x-kubernetes-list-type", "must be undefined to be structural");
        Check(nested.XMapType is not null, "x-kubernetes-map-type", "must be undefined to be structural");
        Check(nested.XValidations is { Count: > 0 }, "x-kubernetes-validations", "must be empty to be structural");

        void Check(bool set, string field, string text)
        {
            if (set)
            {
                _errors.Forbidden(path.Child(field), text);
            }
        }
    }
}
