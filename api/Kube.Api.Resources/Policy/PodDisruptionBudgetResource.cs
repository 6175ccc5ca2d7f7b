using Kube.Api.Policy.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Policy;

internal sealed class PodDisruptionBudgetResource : Resource<PodDisruptionBudget>
{
    public override Names Names => new(Short: ["pdb"]);

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    /// <summary>Evictions count on nobody overwriting what they have not seen.</summary>
    public override bool AllowUnconditionalUpdate => false;

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<PodDisruptionBudget>> Columns { get; } =
    [
        NameColumn,
        new("Min Available", "string", (b, _) => b.Spec?.MinAvailable?.ToString() ?? "N/A", Description: "Pods that must stay available."),
        new("Max Unavailable", "string", (b, _) => b.Spec?.MaxUnavailable?.ToString() ?? "N/A", Description: "Pods that may be unavailable."),
        new("Allowed Disruptions", "integer", (b, _) => b.Status?.DisruptionsAllowed ?? 0, Description: "Evictions allowed now."),
        AgeColumn,
    ];

    protected override void PrepareForCreate(PodDisruptionBudget obj) =>
        obj.Status = new PodDisruptionBudgetStatus { DisruptionsAllowed = 0, CurrentHealthy = 0, DesiredHealthy = 0, ExpectedPods = 0 };

    protected override void PrepareForUpdate(PodDisruptionBudget obj, PodDisruptionBudget old) => obj.Status = old.Status;

    protected override bool WantedStateChanged(PodDisruptionBudget obj, PodDisruptionBudget old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(PodDisruptionBudget obj, PodDisruptionBudget old) => obj.Spec = old.Spec;

    protected override void Validate(PodDisruptionBudget obj, FieldErrors errors) => PodDisruptionBudgetValidation.Check(obj, errors);

    protected override void ValidateStatusUpdate(PodDisruptionBudget obj, PodDisruptionBudget old, FieldErrors errors) =>
        PodDisruptionBudgetValidation.CheckStatus(obj, errors);
}
