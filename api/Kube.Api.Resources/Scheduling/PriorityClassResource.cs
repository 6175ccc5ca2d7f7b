using Kube.Api.Core.V1;
using Kube.Api.Scheduling.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Scheduling;

internal sealed class PriorityClassResource : Resource<PriorityClass>
{
    public override Names Names => new(Short: ["pc"]);

    protected override bool HasGeneration => true;

    protected override IReadOnlyList<Column<PriorityClass>> Columns { get; } =
    [
        NameColumn,
        new("Value", "integer", (p, _) => p.Value ?? 0, Description: "Priority of its pods; higher is more important."),
        new("Global-Default", "boolean", (p, _) => p.GlobalDefault ?? false, Description: "Whether pods that name no class have this one."),
        AgeColumn,
        new("PreemptionPolicy", "string", (p, _) => p.PreemptionPolicy ?? PreemptionPolicy.PreemptLowerPriority, Description: "Whether its pods may displace less important ones."),
    ];

    protected override void Default(PriorityClass obj) => obj.PreemptionPolicy ??= PreemptionPolicy.PreemptLowerPriority;

    protected override void ValidateCreate(PriorityClass obj, FieldErrors errors) => PriorityClassValidation.Check(obj, errors);

    protected override void ValidateUpdate(PriorityClass obj, PriorityClass old, FieldErrors errors) => PriorityClassValidation.CheckUpdate(obj, old, errors);
}
