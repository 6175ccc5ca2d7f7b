using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Resources.Core;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Apps;

internal sealed class DeploymentResource : Resource<Deployment>
{
    public override Names Names => new(Short: ["deploy"], Categories: ["all"]);

    public override IReadOnlyList<Subresource> Subresources => [ScaleSubresource, StatusSubresource];

    /// <inheritdoc />
    public override IReadOnlyList<string> Warnings(IKubeObject obj) =>
        PodWarnings.Of(((Deployment)obj).Spec?.Template?.Spec, FieldPath.Of("spec", "template", "spec"));

    protected override bool HasGeneration => true;

    protected override ScaleAccess<Deployment>? Scale { get; } = new(
        d => d.Spec?.Replicas ?? 0,
        (d, replicas) => (d.Spec ??= new DeploymentSpec()).Replicas = replicas,
        d => d.Status?.Replicas ?? 0,
        d => CellText.SelectorText(d.Spec?.Selector));

    public override PodTemplateSpec? PodTemplateOf(IKubeObject obj) => ((Deployment)obj).Spec?.Template;

    protected override IReadOnlyList<Column<Deployment>> Columns { get; } =
    [
        NameColumn,
        new("Ready", "string", (d, _) => $"{d.Status?.ReadyReplicas ?? 0}/{d.Spec?.Replicas ?? 0}", Description: "Ready pods of those wanted."),
        new("Up-to-date", "string", (d, _) => d.Status?.UpdatedReplicas ?? 0, Description: "Pods made from the current template."),
        new("Available", "string", (d, _) => d.Status?.AvailableReplicas ?? 0, Description: "Pods ready for at least minReadySeconds."),
        AgeColumn,
        new("Containers", "string", (d, _) => CellText.Containers(d.Spec?.Template), 1, Description: "Names of the containers."),
        new("Images", "string", (d, _) => CellText.Images(d.Spec?.Template), 1, Description: "Images of the containers."),
        new("Selector", "string", (d, _) => CellText.Selector(d.Spec?.Selector), 1, Description: "Labels of its pods."),
    ];

    protected override void Default(Deployment obj) => DeploymentDefaults.Apply(obj);

    protected override void PrepareForCreate(Deployment obj) => obj.Status = new DeploymentStatus();

    protected override void PrepareForUpdate(Deployment obj, Deployment old) => obj.Status = old.Status;

    /// <summary>Annotations count: a Deployment hands its own down to its ReplicaSets, so that its controller must look again.</summary>
    protected override bool WantedStateChanged(Deployment obj, Deployment old) =>
        !SameOnTheWire(obj.Spec, old.Spec) || !Maps.Same(obj.Metadata?.Annotations, old.Metadata?.Annotations);

    protected override void PrepareForStatusUpdate(Deployment obj, Deployment old)
    {
        obj.Spec = old.Spec;
        obj.Metadata!.Labels = old.Metadata?.Labels;
    }

    protected override void Validate(Deployment obj, FieldErrors errors) => DeploymentValidation.Check(obj, errors);

    protected override void ValidateStatusUpdate(Deployment obj, Deployment old, FieldErrors errors) => DeploymentValidation.CheckStatus(obj, errors);

    protected override void ValidateUpdate(Deployment obj, Deployment old, FieldErrors errors) =>
        WorkloadValidation.CheckSelectorUnchanged(obj.Spec?.Selector, old.Spec?.Selector, errors);
}
