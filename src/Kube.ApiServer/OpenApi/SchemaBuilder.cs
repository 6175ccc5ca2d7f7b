using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Api.Resources;
using Kube.Machinery.Schema;

namespace Kube.ApiServer.OpenApi;

/// <summary>
/// Collects the definitions of types and of everything they refer to. The two versions of OpenAPI differ in where definitions are
/// and in how a reference may carry a description.
/// </summary>
internal sealed class SchemaBuilder(string refPrefix, bool wrapRefs)
{
    private const string ApiVersionText = "APIVersion defines the versioned schema of this representation of an object.";
    private const string KindText = "Kind is the REST resource this object represents, in CamelCase.";
    private readonly SortedDictionary<string, JsonObject> _definitions = new(StringComparer.Ordinal);

    /// <summary>Everything collected, by name.</summary>
    public JsonObject Definitions => new(_definitions.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value.DeepClone())));

    /// <summary>Adds a served kind and, where it is listed, its list.</summary>
    public void AddKind(Resource resource)
    {
        var (info, name) = (resource.Info, SchemaNames.Of(resource));
        Add(resource, name);
        _definitions[name]["x-kubernetes-group-version-kind"] = Gvk(info.Group, info.Version, info.Kind);
        if (!resource.Verbs.Contains("list"))
        {
            return;
        }

        _definitions[SchemaNames.ListOf(resource)] = new JsonObject
        {
            ["description"] = $"{resource.ListKind} is a list of {info.Kind}.",
            ["type"] = "object",
            ["required"] = new JsonArray("items"),
            ["properties"] = new JsonObject
            {
                ["apiVersion"] = Text(ApiVersionText),
                ["kind"] = Text(KindText),
                ["metadata"] = Ref(typeof(ListMeta), "Standard list metadata."),
                ["items"] = new JsonObject { ["type"] = "array", ["items"] = Ref(name), ["description"] = "The objects." },
            },
            ["x-kubernetes-group-version-kind"] = Gvk(info.Group, info.Version, resource.ListKind),
        };
    }

    /// <summary>Adds a type that is read or written but not listed, such as Scale.</summary>
    public void AddKind(Type type, string apiVersion, string kind)
    {
        Add(type);
        var slash = apiVersion.IndexOf('/');
        _definitions[SchemaNames.Of(type)]["x-kubernetes-group-version-kind"] = Gvk(slash < 0 ? "" : apiVersion[..slash], apiVersion[(slash + 1)..], kind);
    }

    /// <summary>A reference to a definition by name.</summary>
    public JsonObject Ref(string name) => new() { ["$ref"] = refPrefix + name };

    private static JsonArray Gvk(string group, string version, string kind) => new(new JsonObject { ["group"] = group, ["version"] = version, ["kind"] = kind });

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };

    private JsonObject Ref(Type type, string? description = null)
    {
        Add(type);
        return Described(SchemaNames.Of(type), description);
    }

    private JsonObject Described(string name, string? description)
    {
        var reference = Ref(name);
        if (!wrapRefs)
        {
            if (description is not null)
            {
                reference["description"] = description;
            }

            return reference;
        }

        var wrapped = new JsonObject { ["allOf"] = new JsonArray(reference) };
        if (description is not null)
        {
            wrapped["description"] = description;
        }

        return wrapped;
    }

    private void Add(Resource resource, string name)
    {
        if (resource.Form.OpenApi(wrapRefs) is not { } own)
        {
            Add(resource.Type);
            return;
        }

        _definitions[name] = own;
        if (own["properties"] is JsonObject properties)
        {
            properties["apiVersion"] = Text(ApiVersionText);
            properties["kind"] = Text(KindText);
            properties["metadata"] = Ref(typeof(ObjectMeta), "Standard object metadata.");
        }
    }

    private void Add(Type type)
    {
        var name = SchemaNames.Of(type);
        if (_definitions.ContainsKey(name))
        {
            return;
        }

        var definition = new JsonObject();
        _definitions[name] = definition;
        var schema = TypeSchema.For(type);
        definition["description"] = schema.Description ?? $"{type.Name} is part of the API.";
        definition["type"] = "object";
        var required = schema.Fields.Values.Where(f => f.Required).Select(f => f.Name).Order(StringComparer.Ordinal).ToList();
        if (required.Count > 0)
        {
            definition["required"] = new JsonArray([.. required.Select(r => (JsonNode?)r)]);
        }

        var properties = new JsonObject();
        foreach (var field in schema.Fields.Values.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            properties[field.Name] = Property(field);
        }

        if (properties.Count > 0)
        {
            definition["properties"] = properties;
        }
    }

    private JsonObject Property(FieldSchema field)
    {
        var description = field.Description ?? field.Name switch
        {
            "apiVersion" => ApiVersionText,
            "kind" => KindText,
            "metadata" => "Standard object metadata.",
            "spec" => "The wanted state.",
            "status" => "The most recently observed state.",
            _ => null,
        };
        var isMicroTime = field.Type.Kind == SchemaKind.Time && field.Property.IsDefined(typeof(JsonConverterAttribute), false);
        var property = isMicroTime ? Described(Leaf(SchemaNames.MicroTime), description) : Value(field.Type, description);
        AddExtensions(property, field);
        return property;
    }

    private JsonObject Value(TypeSchema type, string? description = null)
    {
        var value = type.Kind switch
        {
            SchemaKind.Object => Ref(type.Type, description),
            SchemaKind.List => new JsonObject { ["type"] = "array", ["items"] = Value(type.Item!) },
            SchemaKind.Map => new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(type.Item!) },
            SchemaKind.String => new JsonObject { ["type"] = "string" },
            SchemaKind.Int32 => new JsonObject { ["type"] = "integer", ["format"] = "int32" },
            SchemaKind.Int64 => new JsonObject { ["type"] = "integer", ["format"] = "int64" },
            SchemaKind.Number => new JsonObject { ["type"] = "number", ["format"] = "double" },
            SchemaKind.Boolean => new JsonObject { ["type"] = "boolean" },
            SchemaKind.Bytes => new JsonObject { ["type"] = "string", ["format"] = "byte" },
            SchemaKind.Time => Described(Leaf(SchemaNames.Time), description),
            SchemaKind.Quantity => Described(Leaf(SchemaNames.Quantity), description),
            SchemaKind.IntOrString => Described(Leaf(SchemaNames.IntOrString), description),
            SchemaKind.OneOf => [],
            _ => new JsonObject { ["type"] = "object" },
        };
        if (description is not null && !value.ContainsKey("description"))
        {
            value["description"] = description;
        }

        return value;
    }

    /// <summary>Adds the definition of a value with a form of its own.</summary>
    private string Leaf(string name)
    {
        if (!_definitions.ContainsKey(name))
        {
            _definitions[name] = name switch
            {
                SchemaNames.Quantity when wrapRefs => new JsonObject
                {
                    ["description"] = "A fixed-point number with a suffix, such as 100m or 1.5Gi.",
                    ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "number" }),
                },
                SchemaNames.Quantity => new JsonObject { ["description"] = "A fixed-point number with a suffix, such as 100m or 1.5Gi.", ["type"] = "string" },
                SchemaNames.IntOrString when wrapRefs => new JsonObject
                {
                    ["description"] = "A number or a string.",
                    ["format"] = "int-or-string",
                    ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "integer" }, new JsonObject { ["type"] = "string" }),
                },
                SchemaNames.IntOrString => new JsonObject { ["description"] = "A number or a string.", ["type"] = "string", ["format"] = "int-or-string" },
                SchemaNames.Patch => new JsonObject { ["description"] = "A patch; its form is named by the Content-Type.", ["type"] = "object" },
                _ => new JsonObject { ["description"] = "A time in RFC 3339.", ["type"] = "string", ["format"] = "date-time" },
            };
        }

        return name;
    }

    /// <summary>The body of a PATCH.</summary>
    public JsonObject PatchRef() => Ref(Leaf(SchemaNames.Patch));

    private static void AddExtensions(JsonObject property, FieldSchema field)
    {
        if (field.PatchMerge || field.RetainKeys || field.PatchReplace)
        {
            string?[] strategies = [field.PatchMerge ? "merge" : null, field.RetainKeys ? "retainKeys" : null, field.PatchReplace ? "replace" : null];
            property["x-kubernetes-patch-strategy"] = string.Join(',', strategies.OfType<string>());
        }

        if (field.MergeKey is not null)
        {
            property["x-kubernetes-patch-merge-key"] = field.MergeKey;
        }

        if (field.ListKeys.Count > 0)
        {
            property["x-kubernetes-list-type"] = "map";
            property["x-kubernetes-list-map-keys"] = new JsonArray([.. field.ListKeys.Select(k => (JsonNode?)k)]);
        }
        else if (field.Type.Kind == SchemaKind.List)
        {
            property["x-kubernetes-list-type"] = field.IsListSet ? "set" : "atomic";
        }

        if (field.IsMapAtomic)
        {
            property["x-kubernetes-map-type"] = "atomic";
        }
        else if (field.IsMapGranular)
        {
            property["x-kubernetes-map-type"] = "granular";
        }
    }
}
