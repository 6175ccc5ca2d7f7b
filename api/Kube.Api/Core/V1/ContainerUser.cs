namespace Kube.Api.Core.V1;

public sealed class ContainerUser
{
    [ProtoField(1, IsPointer = true)]
    public LinuxContainerUser? Linux { get; set; }
}
