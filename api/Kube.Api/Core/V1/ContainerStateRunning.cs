namespace Kube.Api.Core.V1;

public sealed class ContainerStateRunning
{
    [ProtoField(1)]
    public DateTime? StartedAt { get; set; }
}
