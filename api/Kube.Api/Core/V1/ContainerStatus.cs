namespace Kube.Api.Core.V1;

/// <summary>What is known of one container.</summary>
public sealed class ContainerStatus
{
    /// <summary>Name of the container.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>What it is doing now.</summary>
    [ProtoField(2)]
    public ContainerState? State { get; set; }

    /// <summary>How its previous run ended.</summary>
    [ProtoField(3)]
    public ContainerState? LastState { get; set; }

    /// <summary>Whether it passes its readiness probe; true for a running container without one.</summary>
    [Required, ProtoField(4)]
    public bool? Ready { get; set; }

    /// <summary>How often it was started again.</summary>
    [Required, ProtoField(5)]
    public int? RestartCount { get; set; }

    /// <summary>Image it runs, as the runtime names it.</summary>
    [Required, ProtoField(6)]
    public string? Image { get; set; }

    /// <summary>Digest of that image.</summary>
    [Required, ProtoField(7)]
    public string? ImageID { get; set; }

    /// <summary>Its id at the runtime, as type://id.</summary>
    [ProtoField(8)]
    public string? ContainerID { get; set; }

    /// <summary>Whether it has passed its startup probe and postStart hook.</summary>
    [ProtoField(9, IsPointer = true)]
    public bool? Started { get; set; }

    /// <summary>Requests the node has set aside for it.</summary>
    [ProtoField(10)]
    public Dictionary<string, Quantity>? AllocatedResources { get; set; }

    /// <summary>Requests and limits in force.</summary>
    [ProtoField(11, IsPointer = true)]
    public ResourceRequirements? Resources { get; set; }

    /// <summary>Its mounts as they were made.</summary>
    [PatchMerge("mountPath"), ListMap("mountPath"), ProtoField(12)]
    public List<VolumeMountStatus>? VolumeMounts { get; set; }

    /// <summary>User and groups of its first process.</summary>
    [ProtoField(13, IsPointer = true)]
    public ContainerUser? User { get; set; }

    /// <summary>Health of the devices it was given.</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(14)]
    public List<ResourceStatus>? AllocatedResourcesStatus { get; set; }

    /// <summary>Signal it is asked to stop with.</summary>
    [ProtoField(15, IsPointer = true)]
    public string? StopSignal { get; set; }
}
