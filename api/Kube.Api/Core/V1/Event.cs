using System.Text.Json.Serialization;
using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>Something that happened to an object. Kept for an hour.</summary>
public sealed class Event : IResource<Event>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Event", "events", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [Required, ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What it happened to.</summary>
    [Required, ProtoField(2)]
    public ObjectReference? InvolvedObject { get; set; }

    /// <summary>Short reason in CamelCase, such as Scheduled.</summary>
    [ProtoField(3)]
    public string? Reason { get; set; }

    /// <summary>What happened, for people.</summary>
    [ProtoField(4)]
    public string? Message { get; set; }

    /// <summary>The component that reported it.</summary>
    [ProtoField(5)]
    public EventSource? Source { get; set; }

    /// <summary>When it first happened.</summary>
    [ProtoField(6)]
    public DateTime? FirstTimestamp { get; set; }

    /// <summary>When it last happened.</summary>
    [ProtoField(7)]
    public DateTime? LastTimestamp { get; set; }

    /// <summary>How often it happened.</summary>
    [ProtoField(8)]
    public int? Count { get; set; }

    /// <summary>Normal or Warning.</summary>
    [ProtoField(9)]
    public string? Type { get; set; }

    /// <summary>When it first happened, to the microsecond.</summary>
    [JsonConverter(typeof(MicroTimeConverter)), ProtoField(10)]
    public DateTime? EventTime { get; set; }

    /// <summary>Repetitions, while they go on.</summary>
    [ProtoField(11, IsPointer = true)]
    public EventSeries? Series { get; set; }

    /// <summary>What was done or tried.</summary>
    [ProtoField(12)]
    public string? Action { get; set; }

    /// <summary>A second object that had part in it.</summary>
    [ProtoField(13, IsPointer = true)]
    public ObjectReference? Related { get; set; }

    /// <summary>The component that reported it, as a qualified name.</summary>
    [ProtoField(14)]
    public string? ReportingComponent { get; set; }

    /// <summary>Which instance of that component.</summary>
    [ProtoField(15)]
    public string? ReportingInstance { get; set; }
}
