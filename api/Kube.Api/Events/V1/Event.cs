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

    public ObjectMeta? Metadata { get; set; }

    [Required, JsonConverter(typeof(MicroTimeConverter))]
    public DateTime? EventTime { get; set; }

    public EventSeries? Series { get; set; }

    public string? ReportingController { get; set; }

    public string? ReportingInstance { get; set; }

    public string? Action { get; set; }

    public string? Reason { get; set; }

    public ObjectReference? Regarding { get; set; }

    public ObjectReference? Related { get; set; }

    public string? Note { get; set; }

    public string? Type { get; set; }

    public EventSource? DeprecatedSource { get; set; }

    public DateTime? DeprecatedFirstTimestamp { get; set; }

    public DateTime? DeprecatedLastTimestamp { get; set; }

    public int? DeprecatedCount { get; set; }
}
