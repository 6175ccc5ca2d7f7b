using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube.Api.ApiExtensions.V1;

/// <summary>A JSON schema in the form OpenAPI v3.0 knows, with the extensions of Kubernetes. Not every field may be set in a structural schema.</summary>
public sealed class JSONSchemaProps
{
    /// <summary>Identifier of the schema; not allowed here.</summary>
    [ProtoField(1)]
    public string? Id { get; set; }

    /// <summary>The schema language; not allowed here.</summary>
    [JsonPropertyName("$schema"), ProtoField(2)]
    public string? Schema { get; set; }

    /// <summary>A schema to take the place of this one; not allowed here.</summary>
    [JsonPropertyName("$ref"), ProtoField(3, IsPointer = true)]
    public string? Ref { get; set; }

    /// <summary>What the value means.</summary>
    [ProtoField(4)]
    public string? Description { get; set; }

    /// <summary>object, array, string, integer, number or boolean.</summary>
    [ProtoField(5)]
    public string? Type { get; set; }

    /// <summary>A closer form of the type, such as date-time or int64; unknown ones are ignored.</summary>
    [ProtoField(6)]
    public string? Format { get; set; }

    /// <summary>A short name of the value.</summary>
    [ProtoField(7)]
    public string? Title { get; set; }

    /// <summary>The value an absent field gets.</summary>
    [ProtoField(8, IsPointer = true)]
    public JsonElement? Default { get; set; }

    /// <summary>The largest number.</summary>
    [ProtoField(9, IsPointer = true)]
    public double? Maximum { get; set; }

    /// <summary>The number must be below the maximum.</summary>
    [ProtoField(10)]
    public bool? ExclusiveMaximum { get; set; }

    /// <summary>The smallest number.</summary>
    [ProtoField(11, IsPointer = true)]
    public double? Minimum { get; set; }

    /// <summary>The number must be above the minimum.</summary>
    [ProtoField(12)]
    public bool? ExclusiveMinimum { get; set; }

    /// <summary>The most characters of a string.</summary>
    [ProtoField(13, IsPointer = true)]
    public long? MaxLength { get; set; }

    /// <summary>The fewest characters of a string.</summary>
    [ProtoField(14, IsPointer = true)]
    public long? MinLength { get; set; }

    /// <summary>A regular expression that a string must contain a match of.</summary>
    [ProtoField(15)]
    public string? Pattern { get; set; }

    /// <summary>The most items of a list.</summary>
    [ProtoField(16, IsPointer = true)]
    public long? MaxItems { get; set; }

    /// <summary>The fewest items of a list.</summary>
    [ProtoField(17, IsPointer = true)]
    public long? MinItems { get; set; }

    /// <summary>No item may stand twice; true is not allowed here, use x-kubernetes-list-type: set.</summary>
    [ProtoField(18)]
    public bool? UniqueItems { get; set; }

    /// <summary>The number must be a multiple of this one.</summary>
    [ProtoField(19, IsPointer = true)]
    public double? MultipleOf { get; set; }

    /// <summary>The only allowed values.</summary>
    [ProtoField(20)]
    public List<JsonElement>? Enum { get; set; }

    /// <summary>The most entries of an object.</summary>
    [ProtoField(21, IsPointer = true)]
    public long? MaxProperties { get; set; }

    /// <summary>The fewest entries of an object.</summary>
    [ProtoField(22, IsPointer = true)]
    public long? MinProperties { get; set; }

    /// <summary>Fields that must be there.</summary>
    [ProtoField(23)]
    public List<string>? Required { get; set; }

    /// <summary>The schema of a list's items.</summary>
    [ProtoField(24, IsPointer = true)]
    public JSONSchemaPropsOrArray? Items { get; set; }

    /// <summary>Schemas that must all hold.</summary>
    [ProtoField(25)]
    public List<JSONSchemaProps>? AllOf { get; set; }

    /// <summary>Schemas of which exactly one must hold.</summary>
    [ProtoField(26)]
    public List<JSONSchemaProps>? OneOf { get; set; }

    /// <summary>Schemas of which at least one must hold.</summary>
    [ProtoField(27)]
    public List<JSONSchemaProps>? AnyOf { get; set; }

    /// <summary>A schema that must not hold.</summary>
    [ProtoField(28, IsPointer = true)]
    public JSONSchemaProps? Not { get; set; }

    /// <summary>The fields of an object.</summary>
    [ProtoField(29)]
    public Dictionary<string, JSONSchemaProps>? Properties { get; set; }

    /// <summary>The schema of entries that are not fields, or whether there may be any.</summary>
    [ProtoField(30, IsPointer = true)]
    public JSONSchemaPropsOrBool? AdditionalProperties { get; set; }

    /// <summary>Schemas of fields by patterns of their names; not allowed here.</summary>
    [ProtoField(31)]
    public Dictionary<string, JSONSchemaProps>? PatternProperties { get; set; }

    /// <summary>What must be there beside a field; not allowed here.</summary>
    [ProtoField(32)]
    public Dictionary<string, JSONSchemaPropsOrStringArray>? Dependencies { get; set; }

    /// <summary>The schema of items beyond the declared ones; not allowed here.</summary>
    [ProtoField(33, IsPointer = true)]
    public JSONSchemaPropsOrBool? AdditionalItems { get; set; }

    /// <summary>Schemas to refer to; not allowed here.</summary>
    [ProtoField(34)]
    public Dictionary<string, JSONSchemaProps>? Definitions { get; set; }

    /// <summary>Further reading.</summary>
    [ProtoField(35, IsPointer = true)]
    public ExternalDocumentation? ExternalDocs { get; set; }

    /// <summary>An example of the value.</summary>
    [ProtoField(36, IsPointer = true)]
    public JsonElement? Example { get; set; }

    /// <summary>The value may be null.</summary>
    [ProtoField(37)]
    public bool? Nullable { get; set; }

    /// <summary>Fields that the schema does not declare are kept instead of dropped; only true may be set.</summary>
    [JsonPropertyName("x-kubernetes-preserve-unknown-fields"), ProtoField(38, IsPointer = true)]
    public bool? XPreserveUnknownFields { get; set; }

    /// <summary>The value is a whole object of the API, with apiVersion, kind and metadata.</summary>
    [JsonPropertyName("x-kubernetes-embedded-resource"), ProtoField(39)]
    public bool? XEmbeddedResource { get; set; }

    /// <summary>The value is an integer or a string.</summary>
    [JsonPropertyName("x-kubernetes-int-or-string"), ProtoField(40)]
    public bool? XIntOrString { get; set; }

    /// <summary>With list type map: the fields that identify an item.</summary>
    [JsonPropertyName("x-kubernetes-list-map-keys"), ProtoField(41)]
    public List<string>? XListMapKeys { get; set; }

    /// <summary>How a list is divided among its owners: atomic (unless given), set or map.</summary>
    [JsonPropertyName("x-kubernetes-list-type"), ProtoField(42, IsPointer = true)]
    public string? XListType { get; set; }

    /// <summary>How an object is divided among its owners: granular (unless given) or atomic.</summary>
    [JsonPropertyName("x-kubernetes-map-type"), ProtoField(43, IsPointer = true)]
    public string? XMapType { get; set; }

    /// <summary>Rules the value must satisfy.</summary>
    [JsonPropertyName("x-kubernetes-validations"), PatchMerge("rule"), ListMap("rule"), ProtoField(44)]
    public List<ValidationRule>? XValidations { get; set; }
}
