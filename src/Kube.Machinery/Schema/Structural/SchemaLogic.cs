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

        if (_not is not null && Try(_not, value, at, errors).Count == 0)
        {
            errors.Logic(at, "must not validate the schema (not)");
        }
    }

    private static ValueErrors Try(ValueRules rules, JsonNode value, FieldPath? at, ValueErrors errors)
    {
        var branch = errors.Branch();
        rules.Check(value, at, branch);
        return branch;
    }

    private void Any(JsonNode value, FieldPath? at, ValueErrors errors)
    {
        ValueErrors? closest = null;
        foreach (var rules in _any)
        {
            var branch = Try(rules, value, at, errors);
            if (branch.Count == 0)
            {
                return;
            }

            closest = closest is null || branch.Count < closest.Count ? branch : closest;
        }

        errors.Logic(at, "must validate at least one schema (anyOf)");
        errors.Merge(closest!);
    }

    private void One(JsonNode value, FieldPath? at, ValueErrors errors)
    {
        ValueErrors? closest = null;
        var matched = 0;
        foreach (var rules in _one)
        {
            var branch = Try(rules, value, at, errors);
            if (branch.Count == 0)
            {
                matched++;
            }
            else
            {
                closest = closest is null || branch.Count < closest.Count ? branch : closest;
            }
        }

        if (matched == 0)
        {
            errors.Logic(at, "must validate one and only one schema (oneOf). Found none valid");
            errors.Merge(closest!);
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
            var branch = Try(rules, value, at, errors);
            matched += branch.Count == 0 ? 1 : 0;
            errors.Merge(branch);
        }

        if (matched < _all.Length)
        {
            errors.Logic(at, $"must validate all the schemas (allOf){(matched == 0 ? ". None validated" : "")}");
        }
    }
}
