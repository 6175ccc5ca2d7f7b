using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Resources.Core;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Apps;

internal sealed class StatefulSetResource : Resource<StatefulSet>
{
    public override Names Names => new(Short: ["sts"], Categories: ["all"]);

    public override IReadOnlyList<Subresource> Subresources => [ScaleSubresource, StatusSubresource];

    /// <inheritdoc />
    public override PodTemplateSpec? PodTemplateOf(IKubeObject obj) => ((StatefulSet)obj).Spec?.Template;

    public override IReadOnlyList<string> Warnings(IKubeObject obj) =>
        PodWarnings.Of(((StatefulSet)obj).Spec?.Template?.Spec, FieldPath.Of("spec", "template", "spec"));

    protected override bool HasGeneration => true;

    protected override ScaleAccess<StatefulSet>? Scale { get; } = new(
        s => s.Spec?.Replicas ?? 0,
        (s, replicas) => (s.Spec ??= new StatefulSetSpec()).Replicas = replicas,
        s => s.Status?.Replicas ?? 0,
        s => CellText.SelectorText(s.Spec?.Selector));

    protected override IReadOnlyList<Column<StatefulSet>> Columns { get; } =
    [
        NameColumn,
        new("Ready", "string", (s, _) => $"{s.Status?.ReadyReplicas ?? 0}/{s.Spec?.Replicas ?? 0}", Description: "Ready pods of those wanted."),
        AgeColumn,
        new("Containers", "string", (s, _) => CellText.Containers(s.Spec?.Template), 1, Description: "Names of the containers."),
        new("Images", "string", (s, _) => CellText.Images(s.Spec?.Template), 1, Description: "Images of the containers."),
    ];

    protected override string? NameError(string name) => ObjectNames.DnsLabelError(name);

    protected override void Default(StatefulSet obj) => StatefulSetDefaults.Apply(obj);

    protected override void PrepareForCreate(StatefulSet obj) => obj.Status = new StatefulSetStatus { Replicas = 0 };

    protected override void PrepareForUpdate(StatefulSet obj, StatefulSet old) => obj.Status = old.Status;

    protected override bool WantedStateChanged(StatefulSet obj, StatefulSet old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(StatefulSet obj, StatefulSet old) => obj.Spec = old.Spec;

    protected override void Validate(StatefulSet obj, FieldErrors errors) => StatefulSetValidation.Check(obj, errors);

    protected override void ValidateUpdate(StatefulSet obj, StatefulSet old, FieldErrors errors) => StatefulSetValidation.CheckUpdate(obj, old, errors);

    protected override void ValidateStatusUpdate(StatefulSet obj, StatefulSet old, FieldErrors errors) => StatefulSetValidation.CheckStatus(obj, old, errors);
}
