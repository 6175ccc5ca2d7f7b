namespace Kube.Api.Meta.V1;

public sealed class ListMeta
{
    [ProtoField(1)]
    public string? SelfLink { get; set; }

    [ProtoField(2)]
    public string? ResourceVersion { get; set; }

    [ProtoField(3)]
    public string? Continue { get; set; }

    [ProtoField(4, IsPointer = true)]
    public long? RemainingItemCount { get; set; }

    [ProtoField(5, IsPointer = true)]
    public ShardInfo? ShardInfo { get; set; }
}
