using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>
/// Whether a schema is structural: every place has one type, said outside of anyOf, allOf, oneOf and not, and what these talk about is declared outside of them.
/// </summary>
internal sealed class StructureCheck
{
    private readonly FieldErrors _errors;

    private StructureCheck(FieldErrors errors) => _errors = errors;

    private enum Level
    {
        Root,
        Item,
        Field,
    }

    public static void Run(JSONSchemaProps schema, FieldPath path, FieldErrors errors) => new StructureCheck(errors).Place(schema, Level.Root, path);

    private void Place(JSONSchemaProps schema, Level level, FieldPath path)
    {
        if (schema.Type == "array" && schema.Items is null)
        {
            _errors.Required(path.Child("items"), "must be specified");
        }

        if (schema.Items?.Schema is { } items)
        {
            Place(items, Level.Item, path.Child("items"));
        }

        foreach (var (name, property) in Properties(schema))
        {
            Place(property, Level.Field, path.Child("properties").Key(name));
        }

        Additional(schema, level, path);
        Type(schema, level, path);
        Extensions(schema, path);
        NestedCheck.Run(schema, path, _errors);
        Meta(schema, level, path);
    }

    private void Additional(JSONSchemaProps schema, Level level, FieldPath path)
    {
        if (schema.AdditionalProperties is not { } additional)
        {
            return;
        }

        if (level == Level.Root)
        {
            _errors.Forbidden(path.Child("additionalProperties"), "must not be used at the root");
        }

        if (schema.XEmbeddedResource == true)
        {
            _errors.Forbidden(path.Child("additionalProperties"), "must not be used if x-kubernetes-embedded-resource is set");
        }

        if (additional.Schema is { } values)
        {
            Place(values, Level.Field, path.Child("additionalProperties"));
        }
    }

    private void Type(JSONSchemaProps schema, Level level, FieldPath path)
    {
        const string Embedded = "must be object if x-kubernetes-embedded-resource is true";
        var at = path.Child("type");
        if (schema.XEmbeddedResource == true && schema.Type != "object")
        {
            if (string.IsNullOrEmpty(schema.Type))
            {
                _errors.Required(at, Embedded);
            }
            else
            {
                _errors.Invalid(at, schema.Type, Embedded);
            }
        }
        else if (string.IsNullOrEmpty(schema.Type) && schema.XIntOrString != true && schema.XPreserveUnknownFields != true)
        {
            _errors.Required(at, level switch
            {
                Level.Root => "must not be empty at the root",
                Level.Item => "must not be empty for specified array items",
                _ => "must not be empty for specified object fields",
            });
        }

        if (level == Level.Root && schema.Type is { Length: > 0 } type && type != "object")
        {
            _errors.Invalid(at, type, "must be object at the root");
        }
    }

    private void Extensions(JSONSchemaProps schema, FieldPath path)
    {
        if (schema.XIntOrString == true && schema.XPreserveUnknownFields == true)
        {
            _errors.Invalid(path.Child("x-kubernetes-preserve-unknown-fields"), true, "must be false if x-kubernetes-int-or-string is true");
        }

        if (schema.XIntOrString == true && schema.XEmbeddedResource == true)
        {
            _errors.Invalid(path.Child("x-kubernetes-embedded-resource"), true, "must be false if x-kubernetes-int-or-string is true");
        }

        if (schema.XEmbeddedResource == true && schema.XPreserveUnknownFields != true && Properties(schema).Count == 0)
        {
            _errors.Required(path.Child("properties"), "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields");
        }
    }

    // What every object has may be restricted, but not redefined.
    private void Meta(JSONSchemaProps schema, Level level, FieldPath path)
    {
        if (level != Level.Root && schema.XEmbeddedResource != true)
        {
            return;
        }

        foreach (var name in new[] { "kind", "apiVersion" })
        {
            if (Properties(schema).GetValueOrDefault(name) is { } field && field.Type != "string")
            {
                _errors.Invalid(path.Child("properties").Key(name).Child("type"), field.Type ?? "", "must be string");
            }
        }

        if (Properties(schema).GetValueOrDefault("metadata") is not { } metadata)
        {
            return;
        }

        var at = path.Child("properties").Key("metadata");
        if (metadata.Type != "object")
        {
            _errors.Invalid(at.Child("type"), metadata.Type ?? "", "must be object");
        }

        if (level == Level.Root && !OnlyNames(metadata))
        {
            _errors.Forbidden(at, "must not specify anything other than name and generateName, but metadata is implicitly specified");
        }
    }

    private static bool OnlyNames(JSONSchemaProps metadata)
    {
        var bare = new JSONSchemaProps { Type = metadata.Type, Default = metadata.Default, Properties = metadata.Properties };
        return Properties(metadata).Keys.All(k => k is "name" or "generateName") && Kube.Api.ApiJson.Serialize(bare).AsSpan().SequenceEqual(Kube.Api.ApiJson.Serialize(metadata));
    }

    private static Dictionary<string, JSONSchemaProps> Properties(JSONSchemaProps schema) => schema.Properties ?? [];
}
