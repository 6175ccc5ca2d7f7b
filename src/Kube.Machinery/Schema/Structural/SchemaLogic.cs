using System.Text.Json.Nodes;
using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>The schemas that a value must match all, any, one or none of.</summary>
internal sealed class SchemaLogic
{
    private readonly ValueRules[] _all;
    private readonly ValueRules[] _any;
    private readonly ValueRules[] _one;
    private readonly ValueRules? _not;

    private SchemaLogic(ValueRules[] all, ValueRules[] any, ValueRules[] one, ValueRules? not) => (_all, _any, _one, _not) = (all, any, one, not);

    /// <summary>The logic of a schema; null when it has none.</summary>
    public static SchemaLogic? Compile(JSONSchemaProps schema, FieldPath path, PatternSet patterns)
    {
        var logic = new SchemaLogic(Each(schema.AllOf, "allOf"), Each(schema.AnyOf, "anyOf"), Each(schema.OneOf, "oneOf"),
            schema.Not is { } not ? ValueRules.Compile(not, path.Child("not"), patterns) : null);
        return logic._all.Length + logic._any.Length + logic._one.Length == 0 && logic._not is null ? null : logic;

        ValueRules[] Each(List<JSONSchemaProps>? schemas, string field) =>
            [.. (schemas ?? []).Select((s, i) => ValueRules.Compile(s, path.Child(field).Index(i), patterns))];
    }

    public void Check(JsonNode value, FieldPath? at, ValueErrors errors)
    {
        if (_any.Length > 0)
        {
            Any(value, at, errors);
        }

        if (_one.Length > 0)
        {
            One(value, at, errors);
        }

        if (_all.Length > 0)
        {
            All(value, at, errors);
        }

        if (_not is not null && Failures(_not, value, at, errors) == 0)
        {
            errors.Logic(at, "must not validate the schema (not)");
        }
    }

    private static int Failures(ValueRules rules, JsonNode value, FieldPath? at, ValueErrors errors)
    {
        var counting = errors.Counting();
        rules.Check(value, at, counting);
        return counting.Count;
    }

    // Where nobody reads, looking a second time would double the work with each level.
    private static void Describe(ValueRules closest, JsonNode value, FieldPath? at, ValueErrors errors)
    {
        if (!errors.IsCounting)
        {
            closest.Check(value, at, errors);
        }
    }

    private void Any(JsonNode value, FieldPath? at, ValueErrors errors)
    {
        var (closest, fewest) = (_any[0], int.MaxValue);
        foreach (var rules in _any)
        {
            var failures = Failures(rules, value, at, errors);
            if (failures == 0)
            {
                return;
            }

            (closest, fewest) = failures < fewest ? (rules, failures) : (closest, fewest);
        }

        errors.Logic(at, "must validate at least one schema (anyOf)");
        Describe(closest, value, at, errors);
    }

    private void One(JsonNode value, FieldPath? at, ValueErrors errors)
    {
        var (closest, fewest, matched) = (_one[0], int.MaxValue, 0);
        foreach (var rules in _one)
        {
            var failures = Failures(rules, value, at, errors);
            matched += failures == 0 ? 1 : 0;
            (closest, fewest) = failures < fewest ? (rules, failures) : (closest, fewest);
        }

        if (matched == 0)
        {
            errors.Logic(at, "must validate one and only one schema (oneOf). Found none valid");
            Describe(closest, value, at, errors);
        }
        else if (matched > 1)
        {
            errors.Logic(at, $"must validate one and only one schema (oneOf). Found {matched} valid alternatives");
        }
    }

    private void All(JsonNode value, FieldPath? at, ValueErrors errors)
    {
        var matched = 0;
        foreach (var rules in _all)
        {
            var before = errors.Count;
            rules.Check(value, at, errors);
            matched += errors.Count == before ? 1 : 0;
        }

        if (matched < _all.Length)
        {
            errors.Logic(at, $"must validate all the schemas (allOf){(matched == 0 ? ". None validated" : "")}");
        }
    }
}
