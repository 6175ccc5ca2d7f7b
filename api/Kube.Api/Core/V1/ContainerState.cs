namespace Kube.Api.Core.V1;

/// <summary>What a container is doing; one of the three. None means waiting.</summary>
public sealed class ContainerState
{
    /// <summary>It is not running yet, or not again.</summary>
    [ProtoField(1, IsPointer = true)]
    public ContainerStateWaiting? Waiting { get; set; }

    /// <summary>It is running.</summary>
    [ProtoField(2, IsPointer = true)]
    public ContainerStateRunning? Running { get; set; }

    /// <summary>It has ended.</summary>
    [ProtoField(3, IsPointer = true)]
    public ContainerStateTerminated? Terminated { get; set; }
}
