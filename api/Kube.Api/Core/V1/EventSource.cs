namespace Kube.Api.Core.V1;

public sealed class EventSource
{
    [ProtoField(1)]
    public string? Component { get; set; }

    [ProtoField(2)]
    public string? Host { get; set; }
}
