namespace Kube.Api.Core.V1;

public sealed class ContainerStatus
{
    [Required]
    public string? Name { get; set; }

    public ContainerState? State { get; set; }

    public ContainerState? LastState { get; set; }

    [Required]
    public bool? Ready { get; set; }

    [Required]
    public int? RestartCount { get; set; }

    [Required]
    public string? Image { get; set; }

    [Required]
    public string? ImageID { get; set; }

    public string? ContainerID { get; set; }

    public bool? Started { get; set; }

    public Dictionary<string, Quantity>? AllocatedResources { get; set; }

    public ResourceRequirements? Resources { get; set; }

    [PatchMerge("mountPath"), ListMap("mountPath")]
    public List<VolumeMountStatus>? VolumeMounts { get; set; }

    public ContainerUser? User { get; set; }

    [PatchMerge("name"), ListMap("name")]
    public List<ResourceStatus>? AllocatedResourcesStatus { get; set; }

    public string? StopSignal { get; set; }
}
