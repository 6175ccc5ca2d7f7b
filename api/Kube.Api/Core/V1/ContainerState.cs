namespace Kube.Api.Core.V1;

public sealed class ContainerState
{
    [ProtoField(1, IsPointer = true)]
    public ContainerStateWaiting? Waiting { get; set; }

    [ProtoField(2, IsPointer = true)]
    public ContainerStateRunning? Running { get; set; }

    [ProtoField(3, IsPointer = true)]
    public ContainerStateTerminated? Terminated { get; set; }
}
