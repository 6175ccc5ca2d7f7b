namespace Kube.Api.Discovery.V1;

public sealed class ForNode
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }
}
