using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>Events, the stored form of events.k8s.io too. They are kept for an hour.</summary>
internal sealed class EventResource : Resource<Event>
{
    public override Names Names => new(Short: ["ev"]);

    public override bool AllowCreateOnUpdate => true;

    public override string? DefaultPropagation => null;

    public override long TimeToLive => 3600;

    public override IReadOnlyList<SelectableField> SelectableFields { get; } =
    [
        new("involvedObject.kind"),
        new("involvedObject.namespace"),
        new("involvedObject.name"),
        new("involvedObject.uid"),
        new("involvedObject.apiVersion"),
        new("involvedObject.resourceVersion"),
        new("involvedObject.fieldPath"),
        new("reason"),
        new("reportingComponent"),
        new("source.component") { Label = "source" },
        new("type"),
    ];

    protected override IReadOnlyList<Column<Event>> Columns => EventColumns.All;

    protected override void Validate(Event obj, FieldErrors errors) => EventValidation.Check(obj, errors);
}
