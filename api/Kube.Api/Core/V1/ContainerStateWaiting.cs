namespace Kube.Api.Core.V1;

/// <summary>Why a container is not running.</summary>
public sealed class ContainerStateWaiting
{
    /// <summary>In one word, such as ContainerCreating or CrashLoopBackOff.</summary>
    [ProtoField(1)]
    public string? Reason { get; set; }

    /// <summary>For people.</summary>
    [ProtoField(2)]
    public string? Message { get; set; }
}
