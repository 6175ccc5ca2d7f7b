namespace Kube.Api.Core.V1;

public sealed class NodeConfigStatus
{
    [ProtoField(1, IsPointer = true)]
    public NodeConfigSource? Assigned { get; set; }

    [ProtoField(2, IsPointer = true)]
    public NodeConfigSource? Active { get; set; }

    [ProtoField(3, IsPointer = true)]
    public NodeConfigSource? LastKnownGood { get; set; }

    [ProtoField(4)]
    public string? Error { get; set; }
}
