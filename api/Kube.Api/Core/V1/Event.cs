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

    [Required]
    public ObjectMeta? Metadata { get; set; }

    [Required]
    public ObjectReference? InvolvedObject { get; set; }

    public string? Reason { get; set; }

    public string? Message { get; set; }

    public EventSource? Source { get; set; }

    public DateTime? FirstTimestamp { get; set; }

    public DateTime? LastTimestamp { get; set; }

    public int? Count { get; set; }

    public string? Type { get; set; }

    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTime? EventTime { get; set; }

    public EventSeries? Series { get; set; }

    public string? Action { get; set; }

    public ObjectReference? Related { get; set; }

    public string? ReportingComponent { get; set; }

    public string? ReportingInstance { get; set; }
}
