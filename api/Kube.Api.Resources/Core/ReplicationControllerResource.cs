using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

internal sealed class ReplicationControllerResource : Resource<ReplicationController>
{
    public override Names Names => new(Short: ["rc"], Categories: ["all"]);

    public override IReadOnlyList<Subresource> Subresources => [ScaleSubresource, StatusSubresource];

    public override IReadOnlyList<SelectableField> SelectableFields { get; } = [new("status.replicas", Absent: "0")];

    /// <summary>Its pods stay unless a delete says otherwise, as they always have.</summary>
    public override string? DefaultPropagation => Kube.Api.Meta.V1.DeletionPropagation.Orphan;

    /// <inheritdoc />
    public override IReadOnlyList<string> Warnings(IKubeObject obj) =>
        PodWarnings.Of(((ReplicationController)obj).Spec?.Template?.Spec, FieldPath.Of("spec", "template", "spec"));

    /// <inheritdoc />
    public override PodTemplateSpec? PodTemplateOf(IKubeObject obj) => ((ReplicationController)obj).Spec?.Template;

    protected override bool HasGeneration => true;

    protected override ScaleAccess<ReplicationController>? Scale { get; } = new(
        r => r.Spec?.Replicas ?? 0,
        (r, replicas) => (r.Spec ??= new ReplicationControllerSpec()).Replicas = replicas,
        r => r.Status?.Replicas ?? 0,
        r => r.Spec?.Selector is { Count: > 0 } labels ? CellText.Labels(labels) : "");

    protected override IReadOnlyList<Column<ReplicationController>> Columns { get; } =
    [
        NameColumn,
        new("Desired", "integer", (r, _) => r.Spec?.Replicas ?? 0, Description: "Pods wanted."),
        new("Current", "integer", (r, _) => r.Status?.Replicas ?? 0, Description: "Pods that exist."),
        new("Ready", "integer", (r, _) => r.Status?.ReadyReplicas ?? 0, Description: "Pods that are ready."),
        AgeColumn,
        new("Containers", "string", (r, _) => CellText.Containers(r.Spec?.Template), 1, Description: "Names of the containers."),
        new("Images", "string", (r, _) => CellText.Images(r.Spec?.Template), 1, Description: "Images of the containers."),
        new("Selector", "string", (r, _) => CellText.Labels(r.Spec?.Selector), 1, Description: "Labels of its pods."),
    ];

    protected override void Default(ReplicationController obj) => ReplicationControllerDefaults.Apply(obj);

    protected override void PrepareForCreate(ReplicationController obj) => obj.Status = new ReplicationControllerStatus { Replicas = 0 };

    protected override void PrepareForUpdate(ReplicationController obj, ReplicationController old) => obj.Status = old.Status;

    protected override bool WantedStateChanged(ReplicationController obj, ReplicationController old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(ReplicationController obj, ReplicationController old) => obj.Spec = old.Spec;

    protected override void Validate(ReplicationController obj, FieldErrors errors) => ReplicationControllerValidation.Check(obj, errors);

    protected override void ValidateStatusUpdate(ReplicationController obj, ReplicationController old, FieldErrors errors) =>
        ReplicationControllerValidation.CheckStatus(obj, errors);
}
