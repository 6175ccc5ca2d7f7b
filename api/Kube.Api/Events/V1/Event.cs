using System.Text.Json.Serialization;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Events.V1;

/// <summary>Something that happened to an object; the same objects as core Events, under newer names.</summary>
public sealed class Event : IResource<Event>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("events.k8s.io", "v1", "Event", "events", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>When it first happened, to the microsecond.</summary>
    [Required, JsonConverter(typeof(MicroTimeConverter)), ProtoField(2)]
    public DateTime? EventTime { get; set; }

    /// <summary>Repetitions, while they go on.</summary>
    [ProtoField(3, IsPointer = true)]
    public EventSeries? Series { get; set; }

    /// <summary>The component that reported it, as a qualified name.</summary>
    [ProtoField(4)]
    public string? ReportingController { get; set; }

    /// <summary>Which instance of that component.</summary>
    [ProtoField(5)]
    public string? ReportingInstance { get; set; }

    /// <summary>What was done or tried.</summary>
    [ProtoField(6)]
    public string? Action { get; set; }

    /// <summary>Short reason in CamelCase.</summary>
    [ProtoField(7)]
    public string? Reason { get; set; }

    /// <summary>What it happened to.</summary>
    [ProtoField(8)]
    public ObjectReference? Regarding { get; set; }

    /// <summary>A second object that had part in it.</summary>
    [ProtoField(9, IsPointer = true)]
    public ObjectReference? Related { get; set; }

    /// <summary>What happened, for people.</summary>
    [ProtoField(10)]
    public string? Note { get; set; }

    /// <summary>Normal or Warning.</summary>
    [ProtoField(11)]
    public string? Type { get; set; }

    /// <summary>The source of a core Event.</summary>
    [ProtoField(12)]
    public EventSource? DeprecatedSource { get; set; }

    /// <summary>The firstTimestamp of a core Event.</summary>
    [ProtoField(13)]
    public DateTime? DeprecatedFirstTimestamp { get; set; }

    /// <summary>The lastTimestamp of a core Event.</summary>
    [ProtoField(14)]
    public DateTime? DeprecatedLastTimestamp { get; set; }

    /// <summary>The count of a core Event.</summary>
    [ProtoField(15)]
    public int? DeprecatedCount { get; set; }
}
