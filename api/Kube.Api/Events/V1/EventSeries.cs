using System.Text.Json.Serialization;

namespace Kube.Api.Events.V1;

/// <summary>Repetitions of an event.</summary>
public sealed class EventSeries
{
    /// <summary>How often it has happened.</summary>
    [Required, ProtoField(1)]
    public int? Count { get; set; }

    /// <summary>When it last happened.</summary>
    [Required, JsonConverter(typeof(MicroTimeConverter)), ProtoField(2)]
    public DateTime? LastObservedTime { get; set; }
}
