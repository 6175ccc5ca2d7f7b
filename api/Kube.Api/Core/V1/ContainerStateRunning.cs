namespace Kube.Api.Core.V1;

public sealed class ContainerStateRunning
{
    public DateTime? StartedAt { get; set; }
}
