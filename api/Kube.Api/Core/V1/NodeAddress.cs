namespace Kube.Api.Core.V1;

public sealed class NodeAddress
{
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    [Required, ProtoField(2)]
    public string? Address { get; set; }
}
