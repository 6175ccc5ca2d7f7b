using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

internal sealed class ComponentStatusResource : Resource<ComponentStatus>
{
    public override Names Names => new(Short: ["cs"]);

    public override bool IsStored => false;

    public override IReadOnlyList<string> Verbs => ["get", "list"];

    public override string? Deprecation => "v1 ComponentStatus is deprecated in v1.19+";

    protected override IReadOnlyList<Column<ComponentStatus>> Columns { get; } =
    [
        NameColumn,
        new("Status", "string", (c, _) => Health(c) switch { null => "Unknown", { Status: ConditionStatus.True } => "Healthy", _ => "Unhealthy" }, Description: "Healthy, Unhealthy or Unknown."),
        new("Message", "string", (c, _) => Health(c)?.Message ?? "", Description: "What it answered."),
        new("Error", "string", (c, _) => Health(c)?.Error ?? "", Description: "What went wrong when it was asked."),
    ];

    private static ComponentCondition? Health(ComponentStatus status) => status.Conditions?.Find(c => c.Type == ComponentConditionType.Healthy);
}
