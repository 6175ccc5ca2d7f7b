using Kube.Api.Batch.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Resources.Core;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Batch;

internal sealed class JobResource : Resource<Job>
{
    public override Names Names => new(Categories: ["all"]);

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    public override IReadOnlyList<SelectableField> SelectableFields { get; } = [new("status.succeeded", Absent: "0") { Label = "status.successful" }];

    /// <summary>A delete that does not say leaves the pods, as it always has; clients such as kubectl do say.</summary>
    public override string? DefaultPropagation => DeletionPropagation.Orphan;

    /// <inheritdoc />
    public override PodTemplateSpec? PodTemplateOf(IKubeObject obj) => ((Job)obj).Spec?.Template;

    public override IReadOnlyList<string> Warnings(IKubeObject obj) =>
        PodWarnings.Of(((Job)obj).Spec?.Template?.Spec, FieldPath.Of("spec", "template", "spec"));

    /// <inheritdoc />
    public override IReadOnlyList<string> DeleteWarnings(DeleteOptions options) => options is { PropagationPolicy: null, OrphanDependents: null }
        ? ["child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning"]
        : [];

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<Job>> Columns { get; } =
    [
        NameColumn,
        new("Status", "string", (j, _) => JobColumns.Status(j), Description: "What the Job is doing, or how it ended."),
        new("Completions", "string", (j, _) => JobColumns.Completions(j), Description: "Pods that succeeded, of those wanted."),
        new("Duration", "string", JobColumns.Duration, Description: "Time from start to completion, or until now."),
        AgeColumn,
        new("Containers", "string", (j, _) => CellText.Containers(j.Spec?.Template), 1, Description: "Names of the containers."),
        new("Images", "string", (j, _) => CellText.Images(j.Spec?.Template), 1, Description: "Images of the containers."),
        new("Selector", "string", (j, _) => CellText.Selector(j.Spec?.Selector), 1, Description: "Labels of its pods."),
    ];

    protected override void Default(Job obj) => JobDefaults.Apply(obj);

    protected override void PrepareForCreate(Job obj)
    {
        JobSelector.Generate(obj);
        JobDefaults.ApplyLabels(obj);
        obj.Status = new JobStatus();
    }

    protected override void PrepareForUpdate(Job obj, Job old) => obj.Status = old.Status;

    protected override bool WantedStateChanged(Job obj, Job old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(Job obj, Job old) => obj.Spec = old.Spec;

    protected override void Validate(Job obj, FieldErrors errors) => JobValidation.Check(obj, errors);

    protected override void ValidateUpdate(Job obj, Job old, FieldErrors errors) => JobUpdate.Check(obj, old, errors);

    protected override void ValidateStatusUpdate(Job obj, Job old, FieldErrors errors) => JobStatusValidation.Check(obj, old, errors);
}
