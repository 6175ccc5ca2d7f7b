namespace Kube.Api.Discovery.V1;

public sealed class EndpointConditions
{
    [ProtoField(1, IsPointer = true)]
    public bool? Ready { get; set; }

    [ProtoField(2, IsPointer = true)]
    public bool? Serving { get; set; }

    [ProtoField(3, IsPointer = true)]
    public bool? Terminating { get; set; }
}
