namespace Kube.Api.Storage.V1;

/// <summary>What a CSI driver can and wants.</summary>
public sealed class CSIDriverSpec
{
    /// <summary>Whether its volumes must be attached to a node before they are mounted. Default true.</summary>
    [ProtoField(1, IsPointer = true)]
    public bool? AttachRequired { get; set; }

    /// <summary>Whether it is told which pod a volume is mounted for. Default false.</summary>
    [ProtoField(2, IsPointer = true)]
    public bool? PodInfoOnMount { get; set; }

    /// <summary>Persistent (default) for volumes of claims, Ephemeral for volumes that live as long as their pod.</summary>
    [ListSet, ProtoField(3)]
    public List<string>? VolumeLifecycleModes { get; set; }

    /// <summary>Whether the scheduler looks at the capacity that the driver publishes. Default false.</summary>
    [ProtoField(4, IsPointer = true)]
    public bool? StorageCapacity { get; set; }

    /// <summary>Whether the owner of files is changed to the fsGroup of pods: ReadWriteOnceWithFSType (default), File or None.</summary>
    [ProtoField(5, IsPointer = true)]
    public string? FsGroupPolicy { get; set; }

    /// <summary>Service account tokens of the pod that it is given when mounting.</summary>
    [ProtoField(6)]
    public List<TokenRequest>? TokenRequests { get; set; }

    /// <summary>Whether mounted volumes are mounted again from time to time, for fresh tokens. Default false.</summary>
    [ProtoField(7, IsPointer = true)]
    public bool? RequiresRepublish { get; set; }

    /// <summary>Whether it can mount with an SELinux label. Default false.</summary>
    [ProtoField(8, IsPointer = true)]
    public bool? SeLinuxMount { get; set; }

    /// <summary>How often, in seconds, nodes ask it how many volumes they can take; at least 10, only once when absent.</summary>
    [ProtoField(9, IsPointer = true)]
    public long? NodeAllocatableUpdatePeriodSeconds { get; set; }

    /// <summary>Whether it gets tokens among the secrets instead of the volume context. Default false.</summary>
    [ProtoField(10, IsPointer = true)]
    public bool? ServiceAccountTokenInSecrets { get; set; }

    /// <summary>Whether pods that need it stay off nodes where it is not registered. Default false.</summary>
    [ProtoField(11, IsPointer = true)]
    public bool? PreventPodSchedulingIfMissing { get; set; }
}
