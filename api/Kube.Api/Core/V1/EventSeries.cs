using System.Text.Json.Serialization;

namespace Kube.Api.Core.V1;

public sealed class EventSeries
{
    public int? Count { get; set; }

    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTime? LastObservedTime { get; set; }
}
