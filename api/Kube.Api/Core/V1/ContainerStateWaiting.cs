namespace Kube.Api.Core.V1;

public sealed class ContainerStateWaiting
{
    [ProtoField(1)]
    public string? Reason { get; set; }

    [ProtoField(2)]
    public string? Message { get; set; }
}
