namespace Kube.Api.Core.V1;

/// <summary>What became of a volume.</summary>
public sealed class PersistentVolumeStatus
{
    /// <summary>Pending, Available, Bound, Released (its claim is gone) or Failed.</summary>
    [ProtoField(1)]
    public string? Phase { get; set; }

    /// <summary>Why it is in that phase, in words.</summary>
    [ProtoField(2)]
    public string? Message { get; set; }

    /// <summary>Why it failed, as one word for programs.</summary>
    [ProtoField(3)]
    public string? Reason { get; set; }

    /// <summary>When it entered the phase.</summary>
    [ProtoField(4, IsPointer = true)]
    public DateTime? LastPhaseTransitionTime { get; set; }
}
