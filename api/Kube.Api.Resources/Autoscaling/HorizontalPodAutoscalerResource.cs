using Kube.Api.Autoscaling.V2;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Autoscaling;

/// <summary>Autoscalers, the stored form of autoscaling/v1 too.</summary>
internal sealed class HorizontalPodAutoscalerResource : Resource<HorizontalPodAutoscaler>
{
    /// <summary>The columns, for the view of autoscaling/v1 too.</summary>
    public static IReadOnlyList<Column<HorizontalPodAutoscaler>> All { get; } =
    [
        NameColumn,
        new("Reference", "string", (a, _) => $"{a.Spec?.ScaleTargetRef?.Kind}/{a.Spec?.ScaleTargetRef?.Name}", Description: "The workload whose replicas it sets."),
        new("Targets", "string", (a, _) => MetricCells.Targets(a), Description: "What the metrics are, and what they should be."),
        new("MinPods", "string", (a, _) => a.Spec?.MinReplicas is { } least ? FormattableString.Invariant($"{least}") : "<unset>", Description: "The least replicas."),
        new("MaxPods", "string", (a, _) => a.Spec?.MaxReplicas ?? 0, Description: "The most replicas."),
        new("Replicas", "string", (a, _) => a.Status?.CurrentReplicas ?? 0, Description: "Replicas as last seen."),
        AgeColumn,
    ];

    public override Names Names => new(Short: ["hpa"], Categories: ["all"]);

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    protected override IReadOnlyList<Column<HorizontalPodAutoscaler>> Columns => All;

    protected override void Default(HorizontalPodAutoscaler obj) => HorizontalPodAutoscalerDefaults.Apply(obj);

    protected override void PrepareForCreate(HorizontalPodAutoscaler obj) => obj.Status = new HorizontalPodAutoscalerStatus { DesiredReplicas = 0 };

    protected override void PrepareForUpdate(HorizontalPodAutoscaler obj, HorizontalPodAutoscaler old) => obj.Status = old.Status;

    protected override void PrepareForStatusUpdate(HorizontalPodAutoscaler obj, HorizontalPodAutoscaler old) => obj.Spec = old.Spec;

    protected override void Validate(HorizontalPodAutoscaler obj, FieldErrors errors) => HorizontalPodAutoscalerValidation.Check(obj, errors);

    protected override void ValidateStatusUpdate(HorizontalPodAutoscaler obj, HorizontalPodAutoscaler old, FieldErrors errors) =>
        HorizontalPodAutoscalerValidation.CheckStatus(obj, errors);
}
