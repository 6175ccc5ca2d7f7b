namespace Kube.Api.Core.V1;

public sealed class PodSchedulingGate
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }
}
