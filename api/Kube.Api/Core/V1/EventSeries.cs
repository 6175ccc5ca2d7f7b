using System.Text.Json.Serialization;

namespace Kube.Api.Core.V1;

public sealed class EventSeries
{
    [ProtoField(1)]
    public int? Count { get; set; }

    [JsonConverter(typeof(MicroTimeConverter)), ProtoField(2)]
    public DateTime? LastObservedTime { get; set; }
}
