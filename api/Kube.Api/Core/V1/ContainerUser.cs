namespace Kube.Api.Core.V1;

/// <summary>Who a container's first process runs as.</summary>
public sealed class ContainerUser
{
    /// <summary>On Linux.</summary>
    [ProtoField(1, IsPointer = true)]
    public LinuxContainerUser? Linux { get; set; }
}
