using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Schema.Structural;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.ApiExtensions;

/// <summary>
/// Definitions of custom kinds. The rules look at one definition alone; whether its names are free, and so whether the kind is served,
/// is found out by those who know the others, and written into the status.
/// </summary>
internal sealed class CustomResourceDefinitionResource : Resource<CustomResourceDefinition>
{
    /// <inheritdoc />
    public override Names Names => new(Short: ["crd", "crds"], Categories: ["api-extensions"]);

    /// <inheritdoc />
    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    /// <inheritdoc />
    public override bool AllowUnconditionalUpdate => false;

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<CustomResourceDefinition>> Columns { get; } = [NameColumn, CreatedAtColumn];

    /// <summary>A definition stays until its objects are gone; a delete gives it the finalizer that says so.</summary>
    public override bool IsHeld(IKubeObject obj) => obj.Metadata?.DeletionTimestamp is null || base.IsHeld(obj);

    /// <inheritdoc />
    public override bool PrepareForDelete(IKubeObject obj) => CustomResourceDefinitionConditions.BeginDeletion((CustomResourceDefinition)obj);

    /// <inheritdoc />
    public override IReadOnlyList<string> Warnings(IKubeObject obj) =>
    [
        .. (((CustomResourceDefinition)obj).Spec?.Versions ?? [])
            .Select(v => v.Schema?.OpenAPIV3Schema).OfType<JSONSchemaProps>()
            .SelectMany(StructuralSchema.UnknownFormats).Distinct()
            .Select(f => $"unrecognized format \"{f}\""),
    ];

    protected override void Default(CustomResourceDefinition obj) => CustomResourceDefinitionDefaults.Apply(obj);

    protected override void PrepareForCreate(CustomResourceDefinition obj)
    {
        obj.Status = new CustomResourceDefinitionStatus();
        AddStoredVersion(obj);
    }

    protected override void PrepareForUpdate(CustomResourceDefinition obj, CustomResourceDefinition old)
    {
        obj.Status = old.Status?.Clone();
        AddStoredVersion(obj);
    }

    protected override bool WantedStateChanged(CustomResourceDefinition obj, CustomResourceDefinition old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(CustomResourceDefinition obj, CustomResourceDefinition old) => obj.Spec = old.Spec;

    protected override void Validate(CustomResourceDefinition obj, FieldErrors errors)
    {
        CustomResourceDefinitionValidation.Check(obj, errors);
        CustomResourceStatusValidation.Check(obj, errors);
        CustomResourceStatusValidation.CheckStoredVersions(obj, errors);
    }

    protected override void ValidateCreate(CustomResourceDefinition obj, FieldErrors errors) => ApiApproval.Check(obj, null, errors);

    protected override void ValidateUpdate(CustomResourceDefinition obj, CustomResourceDefinition old, FieldErrors errors)
    {
        ApiApproval.Check(obj, old, errors);
        CustomResourceDefinitionValidation.CheckUnchanged(obj, old, errors);
    }

    protected override void ValidateStatusUpdate(CustomResourceDefinition obj, CustomResourceDefinition old, FieldErrors errors) =>
        CustomResourceStatusValidation.Check(obj, errors);

    // What was ever stored in a version may still be.
    private static void AddStoredVersion(CustomResourceDefinition obj)
    {
        obj.Status ??= new CustomResourceDefinitionStatus();
        obj.Status.StoredVersions ??= [];
        if (obj.Spec?.Versions?.Find(v => v.Storage == true)?.Name is { Length: > 0 } stored && !obj.Status.StoredVersions.Contains(stored))
        {
            obj.Status.StoredVersions.Add(stored);
        }
    }
}
