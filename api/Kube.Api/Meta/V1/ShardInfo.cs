namespace Kube.Api.Meta.V1;

public sealed class ShardInfo
{
    [Required, ProtoField(1)]
    public string? Selector { get; set; }
}
