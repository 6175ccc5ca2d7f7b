using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api.ApiExtensions.V1;
using Kube.Api.Autoscaling.V1;
using Kube.Api.Meta.V1;
using Kube.Machinery.Schema.Structural;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.CustomResources;

/// <summary>One version of a custom kind: the declaration that a definition makes, in place of one written in C#.</summary>
public sealed class CustomResource : Resource
{
    private const string StatusField = "status";
    private readonly CustomKind _kind;
    private readonly IReadOnlyList<CustomColumn> _columns;
    private readonly CustomScale? _scale;
    private readonly bool _hasStatus;

    internal CustomResource(
        CustomKind kind, CustomResourceDefinitionSpec spec, CustomResourceDefinitionNames names, CustomResourceDefinitionVersion version, StructuralSchema schema, bool isTerminating)
    {
        (_kind, Schema) = (kind, schema);
        var scope = spec.Scope == ResourceScope.Namespaced ? Scope.Namespaced : Scope.Cluster;
        Info = new ResourceInfo(spec.Group ?? "", version.Name ?? "", names.Kind ?? "", names.Plural ?? "", scope);
        Form = new CustomForm(schema);
        Names = new Names(names.ShortNames, names.Categories, string.IsNullOrEmpty(names.Singular) ? null : names.Singular);
        ListKind = string.IsNullOrEmpty(names.ListKind) ? base.ListKind : names.ListKind;
        Verbs = isTerminating ? [.. base.Verbs.Where(v => v != "create")] : base.Verbs;
        _columns = CustomColumn.Of(version.AdditionalPrinterColumns);
        _scale = version.Subresources?.Scale is { } scale ? new CustomScale(scale) : null;
        _hasStatus = version.Subresources?.Status is not null;
        Subresources = [.. Parts()];
        SelectableFields = [.. (version.SelectableFields ?? []).Select(f => new SelectableField((f.JsonPath ?? "").TrimStart('.')))];
        ColumnDefinitions = [s_name, .. _columns.Select(c => c.Definition)];
        Deprecation = version.Deprecated != true ? null
            : string.IsNullOrEmpty(version.DeprecationWarning) ? $"{Info.ApiVersion} {Info.Kind} is deprecated" : version.DeprecationWarning;
    }

    private static readonly TableColumnDefinition s_name = new()
    {
        Name = "Name",
        Type = "string",
        Format = "name",
        Description = "Name of the object, unique within its namespace.",
        Priority = 0,
    };

    /// <inheritdoc />
    public override ResourceInfo Info { get; }

    /// <inheritdoc />
    public override Type Type => typeof(CustomObject);

    /// <inheritdoc />
    public override ObjectForm Form { get; }

    /// <inheritdoc />
    public override StoredAs StoredAs => new(_kind.Storage, obj => CustomKind.Convert((CustomObject)obj, _kind.Storage), obj => CustomKind.Convert((CustomObject)obj, this))
    {
        HasOwnRules = true,
        IsViewed = IsThisVersion,
    };

    /// <inheritdoc />
    public override Names Names { get; }

    /// <inheritdoc />
    public override string ListKind { get; }

    /// <inheritdoc />
    public override string? Deprecation { get; }

    /// <summary>All of them; while the definition is being deleted nothing new is let in.</summary>
    public override IReadOnlyList<string> Verbs { get; }

    /// <inheritdoc />
    public override IReadOnlyList<Subresource> Subresources { get; }

    /// <inheritdoc />
    public override IReadOnlyList<SelectableField> SelectableFields { get; }

    /// <inheritdoc />
    public override IReadOnlyList<TableColumnDefinition> ColumnDefinitions { get; }

    internal StructuralSchema Schema { get; }

    /// <inheritdoc />
    public override ReadOnlyMemory<byte> FromStore(ReadOnlyMemory<byte> stored) => _kind.FromStore(stored);

    /// <summary>Defaults that grow beyond all measure are told by validation.</summary>
    public override void Default(IKubeObject obj) => Schema.Default(((CustomObject)obj).Fields, new FieldErrors());

    /// <inheritdoc />
    public override void PrepareForCreate(IKubeObject obj)
    {
        if (_hasStatus)
        {
            ((CustomObject)obj).Fields.Remove(StatusField);
        }

        (obj.Metadata ??= new ObjectMeta()).Generation = 1;
    }

    /// <summary>Any change outside of metadata, and of a status that has its own way, raises the generation.</summary>
    public override void PrepareForUpdate(IKubeObject obj, IKubeObject old)
    {
        var (now, before) = (((CustomObject)obj).Fields, ((CustomObject)old).Fields);
        if (_hasStatus)
        {
            SetStatus(now, before);
        }

        var generation = old.Metadata?.Generation ?? 0;
        (obj.Metadata ??= new ObjectMeta()).Generation = JsonNode.DeepEquals(now, before) ? generation : generation + 1;
    }

    /// <summary>Everything but the status, and who owns its fields, stays as it was.</summary>
    public override void PrepareForStatusUpdate(IKubeObject obj, IKubeObject old)
    {
        var (now, before) = ((CustomObject)obj, (CustomObject)old);
        var status = now.Fields[StatusField]?.DeepClone();
        var has = now.Fields.ContainsKey(StatusField);
        now.Fields.Clear();
        foreach (var (name, value) in before.Fields.Where(f => f.Key != StatusField))
        {
            now.Fields[name] = value?.DeepClone();
        }

        if (has)
        {
            now.Fields[StatusField] = status;
        }

        var owners = now.Metadata?.ManagedFields;
        now.Metadata = before.Metadata?.Clone() ?? new ObjectMeta();
        now.Metadata.ManagedFields = owners;
    }

    /// <inheritdoc />
    public override void Validate(IKubeObject obj, FieldErrors errors)
    {
        MetadataValidation.Check(obj, Info, ObjectNames.DnsSubdomainError, errors);
        ValidateFields((CustomObject)obj, errors);
    }

    /// <inheritdoc />
    public override void ValidateUpdate(IKubeObject obj, IKubeObject old, FieldErrors errors)
    {
        MetadataValidation.CheckUpdate(obj, old, Info, ObjectNames.DnsSubdomainError, errors);
        var found = new FieldErrors();
        ValidateFields((CustomObject)obj, found);
        if (found.Count == 0)
        {
            return;
        }

        foreach (var error in Ratchet.New(found, ((CustomObject)obj).ToJson(), ((CustomObject)old).ToJson()))
        {
            errors.Add(error);
        }
    }

    /// <inheritdoc />
    public override void ValidateStatusUpdate(IKubeObject obj, IKubeObject old, FieldErrors errors) => ValidateUpdate(obj, old, errors);

    /// <inheritdoc />
    public override object?[] Cells(IKubeObject obj, DateTime now)
    {
        var json = ((CustomObject)obj).ToJson();
        return [obj.Metadata?.Name, .. _columns.Select(c => c.Cell(json, now))];
    }

    /// <inheritdoc />
    public override Scale? GetScale(IKubeObject obj) => _scale?.Of((CustomObject)obj);

    /// <inheritdoc />
    public override void SetReplicas(IKubeObject obj, int replicas)
    {
        if (_scale is null)
        {
            throw new InvalidOperationException($"{Info.GroupResource} has no scale");
        }

        _scale.Set((CustomObject)obj, replicas);
    }

    private void ValidateFields(CustomObject obj, FieldErrors errors)
    {
        Schema.Default(obj.Fields, errors);
        Schema.Validate(obj.ToJson(), null, errors);
        _scale?.Validate(obj, errors);
    }

    private IEnumerable<Subresource> Parts()
    {
        if (_hasStatus)
        {
            yield return new Subresource(StatusField, Info.Kind, Info.ApiVersion, ["get", "patch", "update"]);
        }

        if (_scale is not null)
        {
            yield return new Subresource("scale", "Scale", "autoscaling/v1", ["get", "patch", "update"]);
        }
    }

    private bool IsThisVersion(ReadOnlyMemory<byte> stored)
    {
        var reader = new Utf8JsonReader(stored.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = reader.ValueTextEquals("apiVersion"u8);
            reader.Read();
            if (wanted)
            {
                return reader.ValueTextEquals(Info.ApiVersion);
            }

            reader.Skip();
        }

        return false;
    }

    private static void SetStatus(JsonObject fields, JsonObject from)
    {
        if (from.TryGetPropertyValue(StatusField, out var status))
        {
            fields[StatusField] = status?.DeepClone();
        }
        else
        {
            fields.Remove(StatusField);
        }
    }
}
