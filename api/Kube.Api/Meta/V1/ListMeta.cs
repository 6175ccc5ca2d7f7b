namespace Kube.Api.Meta.V1;

public sealed class ListMeta
{
    public string? SelfLink { get; set; }

    public string? ResourceVersion { get; set; }

    public string? Continue { get; set; }

    public long? RemainingItemCount { get; set; }

    public ShardInfo? ShardInfo { get; set; }
}
