using Kube.Api.Events.V1;
using Kube.Api.Resources.Core;

namespace Kube.Api.Resources.Events;

/// <summary>The events.k8s.io view of core Events.</summary>
internal sealed class EventResource : Resource<Event>
{
    private static readonly IReadOnlyList<Column<Event>> s_columns =
        [.. EventColumns.All.Select(c => new Column<Event>(c.Name, c.Type, (e, now) => c.Cell(EventConversion.ToCore(e), now), c.Priority, c.Format, c.Description))];

    public override Names Names => new(Short: ["ev"]);

    public override StoredAs? StoredAs { get; } = new(
        new Core.EventResource(), e => EventConversion.ToCore((Event)e), e => EventConversion.FromCore((Api.Core.V1.Event)e));

    public override bool AllowCreateOnUpdate => true;

    public override string? DefaultPropagation => null;

    public override long TimeToLive => 3600;

    public override IReadOnlyList<SelectableField> SelectableFields { get; } =
    [
        new("involvedObject.kind") { Label = "regarding.kind" },
        new("involvedObject.namespace") { Label = "regarding.namespace" },
        new("involvedObject.name") { Label = "regarding.name" },
        new("involvedObject.uid") { Label = "regarding.uid" },
        new("involvedObject.apiVersion") { Label = "regarding.apiVersion" },
        new("involvedObject.resourceVersion") { Label = "regarding.resourceVersion" },
        new("involvedObject.fieldPath") { Label = "regarding.fieldPath" },
        new("reason"),
        new("reportingComponent") { Label = "reportingController" },
        new("type"),
    ];

    protected override IReadOnlyList<Column<Event>> Columns => s_columns;
}
