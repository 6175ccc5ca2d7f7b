namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class EndpointAddress
{
    [Required, ProtoField(1)]
    public string? Ip { get; set; }

    [ProtoField(3)]
    public string? Hostname { get; set; }

    [ProtoField(4, IsPointer = true)]
    public string? NodeName { get; set; }

    [ProtoField(2, IsPointer = true)]
    public ObjectReference? TargetRef { get; set; }
}
