using Kube.Api.FlowControl.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.FlowControl;

internal sealed class PriorityLevelConfigurationResource : Resource<PriorityLevelConfiguration>
{
    private const string None = "<none>";
    private const int Shares = 30;
    private const int Queues = 64;
    private const int HandSize = 8;
    private const int QueueLength = 50;

    public override IReadOnlyList<Subresource> Subresources => [StatusSubresource];

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<PriorityLevelConfiguration>> Columns { get; } =
    [
        NameColumn,
        new("Type", "string", (p, _) => p.Spec?.Type, Description: "Whether its requests may have to wait."),
        new("NominalConcurrencyShares", "string", (p, _) => p.Spec?.Limited?.NominalConcurrencyShares ?? (object)None, Description: "Its share of the server's concurrency."),
        new("Queues", "string", (p, _) => Queuing(p)?.Queues ?? (object)None, Description: "How many queues it has."),
        new("HandSize", "string", (p, _) => Queuing(p)?.HandSize ?? (object)None, Description: "How many queues a flow may use."),
        new("QueueLengthLimit", "string", (p, _) => Queuing(p)?.QueueLengthLimit ?? (object)None, Description: "How many requests may wait in a queue."),
        AgeColumn,
    ];

    protected override void Default(PriorityLevelConfiguration obj)
    {
        var spec = obj.Spec ??= new PriorityLevelConfigurationSpec();
        if (spec.Type == PriorityLevelEnablement.Exempt)
        {
            spec.Exempt ??= new ExemptPriorityLevelConfiguration();
        }

        if (spec.Exempt is { } exempt)
        {
            exempt.NominalConcurrencyShares ??= 0;
            exempt.LendablePercent ??= 0;
        }

        if (spec.Limited is { } limited)
        {
            limited.NominalConcurrencyShares ??= Shares;
            limited.LendablePercent ??= 0;
        }

        if (spec.Limited?.LimitResponse?.Queuing is { } queuing)
        {
            queuing.Queues = queuing.Queues is null or 0 ? Queues : queuing.Queues;
            queuing.HandSize = queuing.HandSize is null or 0 ? HandSize : queuing.HandSize;
            queuing.QueueLengthLimit = queuing.QueueLengthLimit is null or 0 ? QueueLength : queuing.QueueLengthLimit;
        }
    }

    protected override void PrepareForCreate(PriorityLevelConfiguration obj) => obj.Status = new PriorityLevelConfigurationStatus();

    protected override void PrepareForUpdate(PriorityLevelConfiguration obj, PriorityLevelConfiguration old) => obj.Status = old.Status;

    protected override bool WantedStateChanged(PriorityLevelConfiguration obj, PriorityLevelConfiguration old) => !SameOnTheWire(obj.Spec, old.Spec);

    protected override void PrepareForStatusUpdate(PriorityLevelConfiguration obj, PriorityLevelConfiguration old) => obj.Spec = old.Spec;

    protected override void Validate(PriorityLevelConfiguration obj, FieldErrors errors)
    {
        var (name, spec) = (obj.Metadata?.Name, obj.Spec ?? new PriorityLevelConfigurationSpec());
        PriorityLevelValidation.Check(name, spec, errors);
        if (name == FlowControlDefaults.CatchAll && !SameOnTheWire(spec, FlowControlDefaults.PriorityLevels.Single(p => p.Metadata!.Name == name).Spec))
        {
            errors.Invalid(FieldPath.Of("spec"), FieldRules.Shown(spec), $"spec of '{name}' must equal the fixed value");
        }
    }

    private static QueuingConfiguration? Queuing(PriorityLevelConfiguration level) =>
        level.Spec?.Limited?.LimitResponse is { Type: LimitResponseType.Queue } response ? response.Queuing : null;
}
