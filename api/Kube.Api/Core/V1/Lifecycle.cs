namespace Kube.Api.Core.V1;

public sealed class Lifecycle
{
    public LifecycleHandler? PostStart { get; set; }

    public LifecycleHandler? PreStop { get; set; }

    public string? StopSignal { get; set; }
}
