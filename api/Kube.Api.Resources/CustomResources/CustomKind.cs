using Kube.Api.ApiExtensions.V1;
using Kube.Api.Resources.ApiExtensions;
using Kube.Machinery.Schema.Structural;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.CustomResources;

/// <summary>
/// A custom kind as its definition has it now: one resource per version, all over one collection of stored objects. Objects are stored in the
/// storage version of the time they were written; what other versions read differs in apiVersion and in what their schemas leave out.
/// </summary>
public sealed class CustomKind
{
    private readonly Dictionary<string, CustomResource> _byApiVersion;

    private CustomKind(CustomResourceDefinition definition, CustomResourceDefinitionNames names, IReadOnlyList<(CustomResourceDefinitionVersion Declared, StructuralSchema Schema)> versions)
    {
        var spec = definition.Spec!;
        var all = versions.Select(v => (v.Declared, Resource: new CustomResource(this, spec, names, v.Declared, v.Schema, definition.Metadata?.DeletionTimestamp is not null))).ToList();
        _byApiVersion = all.ToDictionary(v => v.Resource.Info.ApiVersion, v => v.Resource);
        Storage = all.Find(v => v.Declared.Storage == true).Resource;
        Served = [.. all.Where(v => v.Declared.Served == true).Select(v => v.Resource).OrderBy(r => r.Info.Version, VersionOrder.PreferredFirst)];
        SelectableFields = [.. all.SelectMany(v => v.Resource.SelectableFields).DistinctBy(f => f.Path)];
    }

    /// <summary>The version that objects are written in; it need not be served.</summary>
    public CustomResource Storage { get; }

    /// <summary>The versions that clients may use, the preferred one first.</summary>
    public IReadOnlyList<CustomResource> Served { get; }

    /// <summary>The selectable fields of all versions.</summary>
    public IReadOnlyList<SelectableField> SelectableFields { get; }

    /// <summary>The kind of a definition; null when it cannot be served, for the reasons then in <paramref name="errors"/>.</summary>
    /// <param name="definition">The definition, valid or not.</param>
    /// <param name="names">The names it is served under.</param>
    /// <param name="errors">Takes what is wrong with it.</param>
    public static CustomKind? Of(CustomResourceDefinition definition, CustomResourceDefinitionNames names, FieldErrors errors)
    {
        var versions = new List<(CustomResourceDefinitionVersion, StructuralSchema)>();
        var path = FieldPath.Of("spec", "versions");
        for (var i = 0; i < (definition.Spec?.Versions?.Count ?? 0); i++)
        {
            var version = definition.Spec!.Versions![i];
            var at = path.Index(i).Child("schema", "openAPIV3Schema");
            if (version.Schema?.OpenAPIV3Schema is not { } declared)
            {
                errors.Required(at, "schemas are required");
            }
            else if (StructuralSchema.Compile(declared, at, errors) is { } schema)
            {
                versions.Add((version, schema));
            }
        }

        if (errors.Count == 0 && versions.Count(v => v.Item1.Storage == true) != 1)
        {
            errors.Invalid(path, versions.Count, "must have exactly one version marked as storage version");
        }

        return errors.Count > 0 ? null : new CustomKind(definition, names, versions);
    }

    /// <summary>
    /// What the store holds as it is read: in the version it was stored in, with that version's defaults of today in place and without what its
    /// schema of today no longer has.
    /// </summary>
    internal ReadOnlyMemory<byte> FromStore(ReadOnlyMemory<byte> stored)
    {
        var obj = ApiJson.Deserialize<CustomObject>(stored.Span);
        var version = _byApiVersion.GetValueOrDefault(obj.ApiVersion ?? "") ?? Storage;
        version.Schema.Prune(obj.Fields, null);
        version.Schema.Default(obj.Fields, new FieldErrors());
        var bytes = ApiJson.Serialize(obj);
        return bytes.AsSpan().SequenceEqual(stored.Span) ? stored : bytes;
    }

    /// <summary>An object in another version. Metadata is shared, not copied.</summary>
    internal static CustomObject Convert(CustomObject obj, CustomResource to)
    {
        if (obj.ApiVersion == to.Info.ApiVersion)
        {
            return obj;
        }

        var converted = new CustomObject { ApiVersion = to.Info.ApiVersion, Kind = to.Info.Kind, Metadata = obj.Metadata };
        foreach (var (name, value) in obj.Fields)
        {
            converted.Fields[name] = value?.DeepClone();
        }

        to.Schema.Prune(converted.Fields, null);
        return converted;
    }
}
