namespace Kube.Api.Core.V1;

public sealed class ContainerStatus
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [ProtoField(2)]
    public ContainerState? State { get; set; }

    [ProtoField(3)]
    public ContainerState? LastState { get; set; }

    [Required, ProtoField(4)]
    public bool? Ready { get; set; }

    [Required, ProtoField(5)]
    public int? RestartCount { get; set; }

    [Required, ProtoField(6)]
    public string? Image { get; set; }

    [Required, ProtoField(7)]
    public string? ImageID { get; set; }

    [ProtoField(8)]
    public string? ContainerID { get; set; }

    [ProtoField(9, IsPointer = true)]
    public bool? Started { get; set; }

    [ProtoField(10)]
    public Dictionary<string, Quantity>? AllocatedResources { get; set; }

    [ProtoField(11, IsPointer = true)]
    public ResourceRequirements? Resources { get; set; }

    [PatchMerge("mountPath"), ListMap("mountPath"), ProtoField(12)]
    public List<VolumeMountStatus>? VolumeMounts { get; set; }

    [ProtoField(13, IsPointer = true)]
    public ContainerUser? User { get; set; }

    [PatchMerge("name"), ListMap("name"), ProtoField(14)]
    public List<ResourceStatus>? AllocatedResourcesStatus { get; set; }

    [ProtoField(15, IsPointer = true)]
    public string? StopSignal { get; set; }
}
