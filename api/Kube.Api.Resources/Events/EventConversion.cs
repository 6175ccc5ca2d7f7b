using CoreEvent = Kube.Api.Core.V1.Event;
using CoreSeries = Kube.Api.Core.V1.EventSeries;
using Event = Kube.Api.Events.V1.Event;
using EventSeries = Kube.Api.Events.V1.EventSeries;

namespace Kube.Api.Resources.Events;

/// <summary>The two forms of an Event differ in field names only. Parts are shared between the two objects, not copied.</summary>
internal static class EventConversion
{
    public static CoreEvent ToCore(Event e) => new()
    {
        ApiVersion = CoreEvent.Info.ApiVersion,
        Kind = CoreEvent.Info.Kind,
        Metadata = e.Metadata,
        InvolvedObject = e.Regarding,
        Related = e.Related,
        Reason = e.Reason,
        Message = e.Note,
        Source = e.DeprecatedSource,
        FirstTimestamp = e.DeprecatedFirstTimestamp,
        LastTimestamp = e.DeprecatedLastTimestamp,
        Count = e.DeprecatedCount,
        Type = e.Type,
        EventTime = e.EventTime,
        Series = e.Series is { } series ? new CoreSeries { Count = series.Count, LastObservedTime = series.LastObservedTime } : null,
        Action = e.Action,
        ReportingComponent = e.ReportingController,
        ReportingInstance = e.ReportingInstance,
    };

    public static Event FromCore(CoreEvent e) => new()
    {
        ApiVersion = Event.Info.ApiVersion,
        Kind = Event.Info.Kind,
        Metadata = e.Metadata,
        Regarding = e.InvolvedObject,
        Related = e.Related,
        Reason = e.Reason,
        Note = e.Message,
        DeprecatedSource = e.Source,
        DeprecatedFirstTimestamp = e.FirstTimestamp,
        DeprecatedLastTimestamp = e.LastTimestamp,
        DeprecatedCount = e.Count,
        Type = e.Type,
        EventTime = e.EventTime,
        Series = e.Series is { } series ? new EventSeries { Count = series.Count, LastObservedTime = series.LastObservedTime } : null,
        Action = e.Action,
        ReportingController = e.ReportingComponent,
        ReportingInstance = e.ReportingInstance,
    };
}
