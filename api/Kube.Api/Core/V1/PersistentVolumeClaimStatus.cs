namespace Kube.Api.Core.V1;

/// <summary>What was found for a claim.</summary>
public sealed class PersistentVolumeClaimStatus
{
    /// <summary>Pending, Bound or Lost.</summary>
    [ProtoField(1)]
    public string? Phase { get; set; }

    /// <summary>How the volume behind it can be mounted.</summary>
    [ProtoField(2)]
    public List<string>? AccessModes { get; set; }

    /// <summary>Actual size of the volume behind it.</summary>
    [ProtoField(3)]
    public Dictionary<string, Quantity>? Capacity { get; set; }

    /// <summary>What is being done to the volume, such as making it larger.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(4)]
    public List<PersistentVolumeClaimCondition>? Conditions { get; set; }

    /// <summary>Size that the volume is being brought to; never above what was asked for, and possibly above the capacity.</summary>
    [ProtoField(5)]
    public Dictionary<string, Quantity>? AllocatedResources { get; set; }

    /// <summary>How far each such change of size is, by name of the resource.</summary>
    [ProtoField(7)]
    public Dictionary<string, string>? AllocatedResourceStatuses { get; set; }

    /// <summary>Attributes class that the volume has now; absent when it has none.</summary>
    [ProtoField(8, IsPointer = true)]
    public string? CurrentVolumeAttributesClassName { get; set; }

    /// <summary>How far a change of the attributes class is; absent when none is under way.</summary>
    [ProtoField(9, IsPointer = true)]
    public ModifyVolumeStatus? ModifyVolumeStatus { get; set; }
}
