namespace Kube.Api.Meta.V1;

public sealed class ShardInfo
{
    [Required]
    public string? Selector { get; set; }
}
