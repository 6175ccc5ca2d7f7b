using System.Text.Json.Serialization;

namespace Kube.Api.Events.V1;

public sealed class EventSeries
{
    [Required, ProtoField(1)]
    public int? Count { get; set; }

    [Required, JsonConverter(typeof(MicroTimeConverter)), ProtoField(2)]
    public DateTime? LastObservedTime { get; set; }
}
