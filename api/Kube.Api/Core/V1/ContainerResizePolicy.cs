namespace Kube.Api.Core.V1;

public sealed class ContainerResizePolicy
{
    [Required, ProtoField(1)]
    public string? ResourceName { get; set; }

    [Required, ProtoField(2)]
    public string? RestartPolicy { get; set; }
}
