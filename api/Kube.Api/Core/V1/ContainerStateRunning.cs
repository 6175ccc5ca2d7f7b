namespace Kube.Api.Core.V1;

/// <summary>A running container.</summary>
public sealed class ContainerStateRunning
{
    /// <summary>Since when.</summary>
    [ProtoField(1)]
    public DateTime? StartedAt { get; set; }
}
