namespace Kube.Api.Core.V1;

/// <summary>One key of a file of NAME=value lines.</summary>
[MapAtomic]
public sealed class FileKeySelector
{
    /// <summary>Volume that holds the file.</summary>
    [Required, ProtoField(1)]
    public string? VolumeName { get; set; }

    /// <summary>Path of the file within the volume.</summary>
    [Required, ProtoField(2)]
    public string? Path { get; set; }

    /// <summary>The key.</summary>
    [Required, ProtoField(3)]
    public string? Key { get; set; }

    /// <summary>True when the pod may start although the source or key does not exist. Default false.</summary>
    [ProtoField(4, IsPointer = true)]
    public bool? Optional { get; set; }
}
