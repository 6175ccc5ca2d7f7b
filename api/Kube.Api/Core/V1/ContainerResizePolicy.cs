namespace Kube.Api.Core.V1;

public sealed class ContainerResizePolicy
{
    [Required]
    public string? ResourceName { get; set; }

    [Required]
    public string? RestartPolicy { get; set; }
}
