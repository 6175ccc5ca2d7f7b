namespace Kube.Api.Core.V1;

public sealed class EventSource
{
    public string? Component { get; set; }

    public string? Host { get; set; }
}
