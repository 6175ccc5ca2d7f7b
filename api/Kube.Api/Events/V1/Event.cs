using System.Text.Json.Serialization;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Events.V1;

public sealed class Event : IResource<Event>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("events.k8s.io", "v1", "Event", "events", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [Required, JsonConverter(typeof(MicroTimeConverter)), ProtoField(2)]
    public DateTime? EventTime { get; set; }

    [ProtoField(3, IsPointer = true)]
    public EventSeries? Series { get; set; }

    [ProtoField(4)]
    public string? ReportingController { get; set; }

    [ProtoField(5)]
    public string? ReportingInstance { get; set; }

    [ProtoField(6)]
    public string? Action { get; set; }

    [ProtoField(7)]
    public string? Reason { get; set; }

    [ProtoField(8)]
    public ObjectReference? Regarding { get; set; }

    [ProtoField(9, IsPointer = true)]
    public ObjectReference? Related { get; set; }

    [ProtoField(10)]
    public string? Note { get; set; }

    [ProtoField(11)]
    public string? Type { get; set; }

    [ProtoField(12)]
    public EventSource? DeprecatedSource { get; set; }

    [ProtoField(13)]
    public DateTime? DeprecatedFirstTimestamp { get; set; }

    [ProtoField(14)]
    public DateTime? DeprecatedLastTimestamp { get; set; }

    [ProtoField(15)]
    public int? DeprecatedCount { get; set; }
}
