using System.Text.Json.Serialization;
using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class Event : IResource<Event>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Event", "events", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [Required, ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [Required, ProtoField(2)]
    public ObjectReference? InvolvedObject { get; set; }

    [ProtoField(3)]
    public string? Reason { get; set; }

    [ProtoField(4)]
    public string? Message { get; set; }

    [ProtoField(5)]
    public EventSource? Source { get; set; }

    [ProtoField(6)]
    public DateTime? FirstTimestamp { get; set; }

    [ProtoField(7)]
    public DateTime? LastTimestamp { get; set; }

    [ProtoField(8)]
    public int? Count { get; set; }

    [ProtoField(9)]
    public string? Type { get; set; }

    [JsonConverter(typeof(MicroTimeConverter)), ProtoField(10)]
    public DateTime? EventTime { get; set; }

    [ProtoField(11, IsPointer = true)]
    public EventSeries? Series { get; set; }

    [ProtoField(12)]
    public string? Action { get; set; }

    [ProtoField(13, IsPointer = true)]
    public ObjectReference? Related { get; set; }

    [ProtoField(14)]
    public string? ReportingComponent { get; set; }

    [ProtoField(15)]
    public string? ReportingInstance { get; set; }
}
