using System.Text.Json.Serialization;

namespace Kube.Api.Events.V1;

public sealed class EventSeries
{
    [Required]
    public int? Count { get; set; }

    [Required, JsonConverter(typeof(MicroTimeConverter))]
    public DateTime? LastObservedTime { get; set; }
}
