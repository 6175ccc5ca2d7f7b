using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Resources.Core;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Apps;

internal sealed class ReplicaSetResource : Resource<ReplicaSet>
{
    public override Names Names => new(Short: ["rs"], Categories: ["all"]);

    public override IReadOnlyList<Subresource> Subresources => [ScaleSubresource, StatusSubresource];

    public override IReadOnlyList<SelectableField> SelectableFields { get; } = [new("status.replicas", Absent: "0")];

    /// <inheritdoc />
    public override IReadOnlyList<string> Warnings(IKubeObject obj) =>
        PodWarnings.Of(((ReplicaSet)obj).Spec?.Template?.Spec, FieldPath.Of("spec", "template", "spec"));

    protected override bool HasGeneration => true;

    protected override ScaleAccess<ReplicaSet>? Scale { get; } = new(
        r => r.Spec?.Replicas ?? 0,
        (r, replicas) => (r.Spec ??= new ReplicaSetSpec()).Replicas = replicas,
        r => r.Status?.Replicas ?? 0,
        r => CellText.SelectorText(r.Spec?.Selector));

    public override PodTemplateSpec? PodTemplateOf(IKubeObject obj) => ((ReplicaSet)obj).Spec?.Template;

    protected override IReadOnlyList<Column<ReplicaSet>> Columns { get; } =
    [
        NameColumn,
        new("Desired", "integer", (r, _) => r.Spec?.Replicas ?? 0, Description: "Pods wanted."),
        new("Current", "integer", (r, _) => r.Status?.Replicas ?? 0, Description: "Pods that exist."),
        new("Ready", "integer", (r, _) => r.Status?.ReadyReplicas ?? 0, Description: "Pods that are ready."),
        AgeColumn,
        new("Containers", "string", (r, _) => CellText.Containers(r.Spec?.Template), 1, Description: "Names of the containers."),
        new("Images", "string", (r, _) => CellText.Images(r.Spec?.Template), 1, Description: "Images of the containers."),
        new("Selector", "string", (r, _) => CellText.Selector(r.Spec?.Selector), 1, Description: "Labels of its pods."),
    ];

    protected override void Default(ReplicaSet obj) => ReplicaSetDefaults.Apply(obj);

    protected override void PrepareForCreate(ReplicaSet obj) => obj.Status = new ReplicaSetStatus { Replicas = 0 };

    protected override void PrepareForUpdate(ReplicaSet obj, ReplicaSet old) => obj.Status = old.Status;

    protected override bool WantedStateChanged(ReplicaSet obj, ReplicaSet old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(ReplicaSet obj, ReplicaSet old) => obj.Spec = old.Spec;

    protected override void Validate(ReplicaSet obj, FieldErrors errors) => ReplicaSetValidation.Check(obj, errors);

    protected override void ValidateStatusUpdate(ReplicaSet obj, ReplicaSet old, FieldErrors errors) => ReplicaSetValidation.CheckStatus(obj, errors);

    protected override void ValidateUpdate(ReplicaSet obj, ReplicaSet old, FieldErrors errors) =>
        WorkloadValidation.CheckSelectorUnchanged(obj.Spec?.Selector, old.Spec?.Selector, errors);
}
