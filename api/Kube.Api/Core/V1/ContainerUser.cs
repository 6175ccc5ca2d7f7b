namespace Kube.Api.Core.V1;

public sealed class ContainerUser
{
    public LinuxContainerUser? Linux { get; set; }
}
