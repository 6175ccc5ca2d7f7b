namespace Kube.Api.Core.V1;

public sealed class NodeConfigStatus
{
    public NodeConfigSource? Assigned { get; set; }

    public NodeConfigSource? Active { get; set; }

    public NodeConfigSource? LastKnownGood { get; set; }

    public string? Error { get; set; }
}
