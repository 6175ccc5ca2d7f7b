namespace Kube.Api.Core.V1;

/// <summary>Settings of a kubelet. No longer used.</summary>
public sealed class NodeConfigStatus
{
    /// <summary>Settings it shall use.</summary>
    [ProtoField(1, IsPointer = true)]
    public NodeConfigSource? Assigned { get; set; }

    /// <summary>Settings it uses.</summary>
    [ProtoField(2, IsPointer = true)]
    public NodeConfigSource? Active { get; set; }

    /// <summary>Settings it falls back to.</summary>
    [ProtoField(3, IsPointer = true)]
    public NodeConfigSource? LastKnownGood { get; set; }

    /// <summary>What is wrong with them.</summary>
    [ProtoField(4)]
    public string? Error { get; set; }
}
