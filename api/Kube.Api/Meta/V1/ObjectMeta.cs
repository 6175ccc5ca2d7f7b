namespace Kube.Api.Meta.V1;

/// <summary>What every object has.</summary>
public sealed class ObjectMeta
{
    /// <summary>Name, unique among its kind in its namespace. Fixed once set.</summary>
    [ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Start of a name that the server completes when none is given.</summary>
    [ProtoField(2)]
    public string? GenerateName { get; set; }

    /// <summary>Namespace it lives in; absent for cluster-wide kinds. Fixed once set.</summary>
    [ProtoField(3)]
    public string? Namespace { get; set; }

    /// <summary>No longer used.</summary>
    [ProtoField(4)]
    public string? SelfLink { get; set; }

    /// <summary>Unique id, never given twice. Set by the server.</summary>
    [ProtoField(5)]
    public string? Uid { get; set; }

    /// <summary>Changes with every write. Sent back with an update, it makes the server refuse to overwrite somebody else's change. Compare for equality only.</summary>
    [ProtoField(6)]
    public string? ResourceVersion { get; set; }

    /// <summary>Counts changes of the wanted state. Set by the server.</summary>
    [ProtoField(7)]
    public long? Generation { get; set; }

    /// <summary>When it was created. Set by the server.</summary>
    [ProtoField(8)]
    public DateTime? CreationTimestamp { get; set; }

    /// <summary>When it was deleted, or will be at the latest. Set by the server; cannot be taken back.</summary>
    [ProtoField(9, IsPointer = true)]
    public DateTime? DeletionTimestamp { get; set; }

    /// <summary>Seconds it has to end after its deletion. Set by the server, can only get shorter.</summary>
    [ProtoField(10, IsPointer = true)]
    public long? DeletionGracePeriodSeconds { get; set; }

    /// <summary>Keys and values to select objects by.</summary>
    [ProtoField(11)]
    public Dictionary<string, string>? Labels { get; set; }

    /// <summary>Keys and values for tools and people; not for selecting. At most 256 KiB in all.</summary>
    [ProtoField(12)]
    public Dictionary<string, string>? Annotations { get; set; }

    /// <summary>Objects it belongs to; it goes when they are all gone.</summary>
    [PatchMerge("uid"), ListMap("uid"), ProtoField(13)]
    public List<OwnerReference>? OwnerReferences { get; set; }

    /// <summary>Who must clean up before the deleted object goes; each removes its own entry.</summary>
    [PatchMerge, ListSet, ProtoField(14)]
    public List<string>? Finalizers { get; set; }

    /// <summary>Which fields were written by whom, for server-side apply.</summary>
    [ProtoField(17)]
    public List<ManagedFieldsEntry>? ManagedFields { get; set; }
}
