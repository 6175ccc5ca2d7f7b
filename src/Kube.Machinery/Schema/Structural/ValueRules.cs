using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Json;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>Everything a schema says about values, compiled: types, bounds, patterns, formats and the logic between schemas. Immutable.</summary>
internal sealed class ValueRules
{
    private readonly JSONSchemaProps _schema;
    private readonly string[] _types;
    private readonly ValuePattern? _pattern;
    private readonly string? _format;
    private readonly FrozenSet<string>? _enum;
    private readonly string[] _shownEnum;
    private readonly SchemaLogic? _logic;

    private ValueRules(JSONSchemaProps schema, FieldPath path, PatternSet patterns)
    {
        _schema = schema;
        _types = schema.XIntOrString == true ? ["integer", "string"] : string.IsNullOrEmpty(schema.Type) ? [] : [schema.Type];
        _pattern = string.IsNullOrEmpty(schema.Pattern) ? null : patterns.Compile(schema.Pattern, path.Child("pattern"));
        _format = Formats.IsKnown(schema.Format) ? schema.Format : null;
        _enum = schema.Enum is { Count: > 0 } values ? values.Select(v => Canonical(JsonTree.Parse(JsonSerializer.SerializeToUtf8Bytes(v, Kube.Api.ApiJson.TypeInfo<JsonElement>())))).ToFrozenSet(StringComparer.Ordinal) : null;
        _shownEnum = [.. (schema.Enum ?? []).Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : v.GetRawText())];
        Properties = (schema.Properties ?? []).ToFrozenDictionary(p => p.Key, p => Compile(p.Value, path.Child("properties").Key(p.Key), patterns), StringComparer.Ordinal);
        Additional = schema.AdditionalProperties?.Schema is { } additional ? Compile(additional, path.Child("additionalProperties"), patterns) : null;
        Items = schema.Items?.Schema is { } items ? Compile(items, path.Child("items"), patterns) : null;
        _logic = SchemaLogic.Compile(schema, path, patterns);
    }

    /// <summary>The rules of the fields.</summary>
    public FrozenDictionary<string, ValueRules> Properties { get; }

    /// <summary>The rules of entries that are no fields.</summary>
    public ValueRules? Additional { get; }

    /// <summary>The rules of the items.</summary>
    public ValueRules? Items { get; }

    public static ValueRules Compile(JSONSchemaProps schema, FieldPath path, PatternSet patterns) => new(schema, path, patterns);

    public void Check(JsonNode? value, FieldPath? at, ValueErrors errors)
    {
        if (!errors.Spend())
        {
            return;
        }

        CheckType(value, at, errors);
        if (_enum is not null && !_enum.Contains(Canonical(value)))
        {
            errors.Unsupported(at, value, _shownEnum);
        }

        if (value is null)
        {
            return;
        }

        _logic?.Check(value, at, errors);
        switch (value)
        {
            case JsonObject fields:
                CheckFields(fields, at, errors);
                break;
            case JsonArray items:
                CheckItems(items, at, errors);
                break;
            default:
                ScalarRules.Check((JsonValue)value, _schema, _pattern, _format, at, errors);
                break;
        }
    }

    /// <summary>One spelling for equal values: <c>1</c> and <c>1.0</c>, objects in any order.</summary>
    public static string Canonical(JsonNode? value) => value switch
    {
        JsonObject or JsonArray => SortedJson.Compact(value),
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.Number => ScalarRules.Canonical(scalar),
        _ => value?.ToJsonString() ?? "null",
    };

    private void CheckType(JsonNode? value, FieldPath? at, ValueErrors errors)
    {
        if (_types.Length == 0)
        {
            return;
        }

        var found = ScalarRules.TypeOf(value);
        if (value is null)
        {
            if (_schema.Nullable != true)
            {
                errors.Type(at, string.Join(',', _types), found);
            }
        }
        else if (!_types.Contains(found) && !(found == "integer" && _types.Contains("number")) && !(found == "number" && _types.Contains("integer") && ScalarRules.IsWhole((JsonValue)value)))
        {
            errors.Type(at, string.Join(',', _types), found);
        }
    }

    private void CheckFields(JsonObject fields, FieldPath? at, ValueErrors errors)
    {
        if (_schema.MaxProperties is { } most && fields.Count > most)
        {
            errors.TooMany(at, fields.Count, most);
        }

        if (_schema.MinProperties is { } fewest && fields.Count < fewest)
        {
            errors.Should(at, fewest, $"have at least {fewest} properties");
        }

        foreach (var name in _schema.Required ?? [])
        {
            if (!fields.ContainsKey(name))
            {
                errors.Required(Below(at, name));
            }
        }

        foreach (var (name, value) in fields)
        {
            if (Properties.GetValueOrDefault(name) is { } property)
            {
                property.Check(value, Below(at, name), errors);
            }
            else if (Additional is not null)
            {
                Additional.Check(value, Below(at, name), errors);
            }
            else if (_schema.AdditionalProperties is { Allows: not true })
            {
                errors.Invalid(at, name, $"{Below(at, name)} in body is a forbidden property");
            }
        }
    }

    private void CheckItems(JsonArray items, FieldPath? at, ValueErrors errors)
    {
        if (_schema.MaxItems is { } most && items.Count > most)
        {
            errors.TooMany(at, items.Count, most);
        }

        if (_schema.MinItems is { } fewest && items.Count < fewest)
        {
            errors.Should(at, items.Count, $"have at least {fewest} items");
        }

        for (var i = 0; Items is not null && i < items.Count; i++)
        {
            Items.Check(items[i], (at ?? FieldPath.Of("")).Index(i), errors);
        }
    }

    private static FieldPath Below(FieldPath? at, string name) => at?.Child(name) ?? FieldPath.Of(name);
}
