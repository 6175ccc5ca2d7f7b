using Kube.Api.Batch.V1;
using Kube.Api.Core.V1;
using Kube.Api.Resources.Core;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Batch;

internal sealed class CronJobResource : Resource<CronJob>
{
    private const int SuccessfulJobs = 3;
    private const int FailedJobs = 1;

    public override Names Names => new(Short: ["cj"], Categories: ["all"]);

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    public override PodTemplateSpec? PodTemplateOf(IKubeObject obj) => ((CronJob)obj).Spec?.JobTemplate?.Spec?.Template;

    public override IReadOnlyList<string> Warnings(IKubeObject obj) =>
        PodWarnings.Of(((CronJob)obj).Spec?.JobTemplate?.Spec?.Template?.Spec, FieldPath.Of("spec", "jobTemplate", "spec", "template", "spec"));

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<CronJob>> Columns { get; } =
    [
        NameColumn,
        new("Schedule", "string", (c, _) => c.Spec?.Schedule ?? "", Description: "When it is due."),
        new("Timezone", "string", (c, _) => c.Spec?.TimeZone ?? "<none>", Description: "The time zone the schedule is read in."),
        new("Suspend", "boolean", (c, _) => c.Spec?.Suspend is { } flag ? flag ? "True" : "False" : "<unset>", Description: "Whether it starts nothing for now."),
        new("Active", "integer", (c, _) => c.Status?.Active?.Count ?? 0, Description: "Jobs that run now."),
        new("Last Schedule", "string", (c, now) => c.Status?.LastScheduleTime is { } last ? Ages.Since(last, now) : "<none>", Description: "Time since a Job was last started."),
        AgeColumn,
        new("Containers", "string", (c, _) => CellText.Containers(c.Spec?.JobTemplate?.Spec?.Template), 1, Description: "Names of the containers."),
        new("Images", "string", (c, _) => CellText.Images(c.Spec?.JobTemplate?.Spec?.Template), 1, Description: "Images of the containers."),
        new("Selector", "string", (c, _) => CellText.Selector(c.Spec?.JobTemplate?.Spec?.Selector), 1, Description: "Labels of its pods."),
    ];

    protected override void Default(CronJob obj)
    {
        var spec = obj.Spec ??= new CronJobSpec();
        spec.ConcurrencyPolicy = string.IsNullOrEmpty(spec.ConcurrencyPolicy) ? ConcurrencyPolicy.Allow : spec.ConcurrencyPolicy;
        spec.Suspend ??= false;
        spec.SuccessfulJobsHistoryLimit ??= SuccessfulJobs;
        spec.FailedJobsHistoryLimit ??= FailedJobs;
        var template = spec.JobTemplate ??= new JobTemplateSpec();
        template.Metadata ??= new();
        JobDefaults.ApplyTemplate(template.Spec ??= new JobSpec());
    }

    protected override void PrepareForCreate(CronJob obj) => obj.Status = new CronJobStatus();

    protected override void PrepareForUpdate(CronJob obj, CronJob old) => obj.Status = old.Status;

    protected override bool WantedStateChanged(CronJob obj, CronJob old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(CronJob obj, CronJob old) => obj.Spec = old.Spec;

    protected override void ValidateCreate(CronJob obj, FieldErrors errors)
    {
        CronJobValidation.CheckName(obj, errors);
        CronJobValidation.Check(obj, null, errors);
    }

    protected override void ValidateUpdate(CronJob obj, CronJob old, FieldErrors errors) => CronJobValidation.Check(obj, old, errors);
}
