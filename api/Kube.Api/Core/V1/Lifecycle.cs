namespace Kube.Api.Core.V1;

public sealed class Lifecycle
{
    [ProtoField(1, IsPointer = true)]
    public LifecycleHandler? PostStart { get; set; }

    [ProtoField(2, IsPointer = true)]
    public LifecycleHandler? PreStop { get; set; }

    [ProtoField(3, IsPointer = true)]
    public string? StopSignal { get; set; }
}
