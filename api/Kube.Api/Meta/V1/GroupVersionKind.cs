namespace Kube.Api.Meta.V1;

public sealed class GroupVersionKind
{
    [Required, ProtoField(1)]
    public string? Group { get; set; }

    [Required, ProtoField(2)]
    public string? Version { get; set; }

    [Required, ProtoField(3)]
    public string? Kind { get; set; }
}
