namespace Kube.Api.Meta.V1;

/// <summary>What every list has.</summary>
public sealed class ListMeta
{
    /// <summary>No longer used.</summary>
    [ProtoField(1)]
    public string? SelfLink { get; set; }

    /// <summary>The version the list was read at; a watch can start from it.</summary>
    [ProtoField(2)]
    public string? ResourceVersion { get; set; }

    /// <summary>Token for the next part; absent on the last.</summary>
    [ProtoField(3)]
    public string? Continue { get; set; }

    /// <summary>How many items come after this part, where that is known.</summary>
    [ProtoField(4, IsPointer = true)]
    public long? RemainingItemCount { get; set; }

    /// <summary>Which share of the collection this is.</summary>
    [ProtoField(5, IsPointer = true)]
    public ShardInfo? ShardInfo { get; set; }
}
