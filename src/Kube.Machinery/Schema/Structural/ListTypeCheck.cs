using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>Whether list and map types fit the values they are said of.</summary>
internal static class ListTypeCheck
{
    private static readonly string[] s_listTypes = ["atomic", "map", "set"];
    private static readonly string[] s_mapTypes = ["atomic", "granular"];

    public static void Run(JSONSchemaProps schema, FieldPath path, FieldErrors errors)
    {
        if (schema.XMapType is { } mapType)
        {
            TypeIs("object", "must be object if x-kubernetes-map-type is specified", schema, path, errors);
            Supported(mapType, s_mapTypes, path.Child("x-kubernetes-map-type"), errors);
        }

        if (schema.XListType is { } listType)
        {
            TypeIs("array", "must be array if x-kubernetes-list-type is specified", schema, path, errors);
            Supported(listType, s_listTypes, path.Child("x-kubernetes-list-type"), errors);
        }

        if (schema.XListMapKeys is { Count: > 0 } && schema.XListType != "map")
        {
            const string Text = "must be map if x-kubernetes-list-map-keys is non-empty";
            if (schema.XListType is null)
            {
                errors.Required(path.Child("x-kubernetes-list-type"), Text);
            }
            else
            {
                errors.Invalid(path.Child("x-kubernetes-list-type"), schema.XListType, Text);
            }
        }

        if (schema.XListType is "map" or "set" && schema.Items?.Schema?.Nullable == true)
        {
            errors.Forbidden(path.Child("items", "nullable"), $"cannot be nullable when x-kubernetes-list-type is {schema.XListType}");
        }

        switch (schema.XListType)
        {
            case "set" when schema.Items?.Schema is { } item:
                SetItem(item, path.Child("items"), errors);
                break;
            case "map":
                Map(schema, path, errors);
                break;
            default:
                break;
        }
    }

    private static void TypeIs(string type, string text, JSONSchemaProps schema, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(schema.Type))
        {
            errors.Required(path.Child("type"), text);
        }
        else if (schema.Type != type)
        {
            errors.Invalid(path.Child("type"), schema.Type, text);
        }
    }

    private static void Supported(string value, string[] all, FieldPath path, FieldErrors errors)
    {
        if (!all.Contains(value))
        {
            errors.NotSupported(path, value, all);
        }
    }

    private static void SetItem(JSONSchemaProps item, FieldPath path, FieldErrors errors)
    {
        const string Text = "must be atomic as item of a list with x-kubernetes-list-type=set";
        if (item is { Type: "array", XListType: not (null or "atomic") })
        {
            errors.Invalid(path.Child("x-kubernetes-list-type"), item.XListType, Text);
        }
        else if (item is { Type: "object", XMapType: not "atomic" })
        {
            errors.Invalid(path.Child("x-kubernetes-map-type"), item.XMapType, Text);
        }
    }

    private static void Map(JSONSchemaProps schema, FieldPath path, FieldErrors errors)
    {
        var keys = schema.XListMapKeys ?? [];
        if (keys.Count == 0)
        {
            errors.Required(path.Child("x-kubernetes-list-map-keys"), "must not be empty if x-kubernetes-list-type is map");
        }

        if (schema.Items is null)
        {
            errors.Required(path.Child("items"), "must have a schema if x-kubernetes-list-type is map");
        }

        if (schema.Items?.Schema is not { } item)
        {
            return;
        }

        if (item.Type != "object")
        {
            errors.Invalid(path.Child("items", "type"), item.Type ?? "", "must be object if parent array's x-kubernetes-list-type is map");
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (!seen.Add(key))
            {
                errors.Invalid(path.Child("x-kubernetes-list-map-keys"), ShownJson.Of(keys), "must not contain duplicate entries");
            }

            if (item.Properties?.GetValueOrDefault(key) is { } property)
            {
                Key(key, property, item, path.Child("items", "properties").Key(key), errors);
            }
            else
            {
                errors.Invalid(path.Child("x-kubernetes-list-map-keys"), ShownJson.Of(keys), "entries must all be names of item properties");
            }
        }
    }

    private static void Key(string key, JSONSchemaProps property, JSONSchemaProps item, FieldPath path, FieldErrors errors)
    {
        if (property.Type is "array" or "object")
        {
            errors.Invalid(path.Child("type"), property.Type, "must be a scalar type if parent array's x-kubernetes-list-type is map");
        }

        if (item.Required?.Contains(key) != true && property.Default is null)
        {
            errors.Required(path.Child("default"), "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property");
        }

        if (property.Nullable == true)
        {
            errors.Forbidden(path.Child("nullable"), "this property is in x-kubernetes-list-map-keys, so it cannot be nullable");
        }
    }
}
