namespace Kube.Api.Core.V1;

/// <summary>An empty folder that is deleted with the pod.</summary>
public sealed class EmptyDirVolumeSource
{
    /// <summary>Empty (default) for the node's disk, Memory for a file system in memory.</summary>
    [ProtoField(1)]
    public string? Medium { get; set; }

    /// <summary>The most it may hold.</summary>
    [ProtoField(2, IsPointer = true)]
    public Quantity? SizeLimit { get; set; }
}
