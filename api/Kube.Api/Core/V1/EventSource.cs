namespace Kube.Api.Core.V1;

/// <summary>Who reported an event.</summary>
public sealed class EventSource
{
    /// <summary>The component.</summary>
    [ProtoField(1)]
    public string? Component { get; set; }

    /// <summary>Node it runs on.</summary>
    [ProtoField(2)]
    public string? Host { get; set; }
}
