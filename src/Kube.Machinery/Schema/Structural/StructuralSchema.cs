using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Apply;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>
/// What objects of one version of a custom kind may contain, compiled once from its OpenAPI schema. Immutable and safe to share between threads.
/// Order of a write: <see cref="Prune"/>, <see cref="Default"/>, <see cref="Validate"/>. All three take the whole object and treat
/// apiVersion, kind and metadata as declared, whatever the schema says. Nothing throws for bad objects and every step is bounded in its work.
/// </summary>
public sealed class StructuralSchema
{
    private readonly Lazy<ApplySchema> _apply;
    private readonly ValueRules _rules;

    private StructuralSchema(SchemaNode root, ValueRules rules)
    {
        Root = root;
        _rules = rules;
        _apply = new Lazy<ApplySchema>(() => new StructuralApplySchema(root));
    }

    /// <summary>How objects of the kind are divided among the owners of their fields.</summary>
    public ApplySchema ApplySchema => _apply.Value;

    internal SchemaNode Root { get; }

    /// <summary>The compiled schema; null when something is wrong with it, which <paramref name="errors"/> then tell.</summary>
    /// <param name="schema">The schema of the whole object.</param>
    /// <param name="path">Where the schema is in its definition.</param>
    /// <param name="errors">Takes everything that is wrong.</param>
    public static StructuralSchema? Compile(JSONSchemaProps schema, FieldPath path, FieldErrors errors)
    {
        var found = new FieldErrors();
        var compiled = SchemaSize.Check(schema, path, found) ? Compiled(schema, path, found) : null;
        errors.AddAll(found.Take(ValueErrors.Maximum));
        return compiled;
    }

    /// <summary>Drops the fields that the schema does not declare.</summary>
    /// <param name="obj">The object; it is changed.</param>
    /// <param name="unknown">Takes the full path of each dropped field, such as <c>spec.list[0].x</c>; null when nobody asks.</param>
    public void Prune(JsonObject obj, ICollection<string>? unknown) => new Pruning(unknown).Run(obj, Root);

    /// <summary>Takes out nulls where null is not allowed and fills absent fields with their defaults.</summary>
    /// <param name="obj">The object; it is changed.</param>
    /// <param name="errors">Takes an error when the defaults would grow beyond all measure.</param>
    public void Default(JsonObject obj, FieldErrors errors)
    {
        if (!new Defaulting().Run(obj, Root))
        {
            errors.Invalid(FieldPath.Of("<nil>"), "", $"the schema's defaults add more than {Defaulting.MaximumValues} values to this object");
        }
    }

    /// <summary>Adds everything that is wrong with an object, in Kubernetes' words.</summary>
    /// <param name="obj">The whole object.</param>
    /// <param name="root">Where the object is in something larger; null for an object on its own.</param>
    /// <param name="errors">Takes the findings, at most <see cref="ValueErrors.Maximum"/> of them.</param>
    public void Validate(JsonObject obj, FieldPath? root, FieldErrors errors)
    {
        var found = new ValueErrors(root, errors);
        _rules.Check(obj, null, found);
        EmbeddedObjects.Check(obj, Root, null, found);
        ListUniqueness.Check(obj, Root, null, found);
    }

    /// <summary>The schema of a field by its simple path, such as <c>.spec.color</c>; null when there is none or a list or map is on the way.</summary>
    /// <returns>The type of that field: string, integer and so on; empty for one that has several.</returns>
    public string? TypeAt(string simplePath)
    {
        SchemaNode? at = Root;
        foreach (var name in simplePath.TrimStart('.').Split('.'))
        {
            at = at?.Properties.GetValueOrDefault(name);
        }

        return simplePath.StartsWith('.') ? at?.Type : null;
    }

    /// <summary>The formats a schema names that mean nothing to the server, each once.</summary>
    public static IEnumerable<string> UnknownFormats(JSONSchemaProps schema) => SchemaSize.Fits(schema)
        ? SchemaSize.All(schema).Select(s => s.Format).OfType<string>().Where(f => f.Length > 0 && !Formats.IsDescriptive(f) && !Formats.IsKnown(f)).Distinct()
        : [];

    /// <summary>The schema as it is published, with apiVersion, kind and metadata filled in; the caller adds what names the kind.</summary>
    public JsonObject ToOpenApi(OpenApiVersion version) => OpenApiForm.Of(Root.Source, version);

    private static StructuralSchema? Compiled(JSONSchemaProps schema, FieldPath path, FieldErrors errors)
    {
        StructureCheck.Run(schema, path, errors);
        DialectCheck.Run(schema, path, errors);
        var rules = ValueRules.Compile(schema, path, new PatternSet(errors));
        if (errors.Count > 0)
        {
            return null;
        }

        var root = SchemaNode.Of(schema, isRoot: true);
        DefaultCheck.Run(root, rules, path, errors);
        return errors.Count > 0 ? null : new StructuralSchema(root, rules);
    }
}

/// <summary>The two forms in which schemas are published.</summary>
public enum OpenApiVersion
{
    /// <summary>OpenAPI 2.0, which knows fewer words: what it cannot say is left out.</summary>
    V2,

    /// <summary>OpenAPI 3.0.</summary>
    V3,
}
