namespace Kube.Api.Core.V1;

/// <summary>A folder of an NFS server.</summary>
public sealed class NFSVolumeSource
{
    /// <summary>Host name or address of the server.</summary>
    [Required, ProtoField(1)]
    public string? Server { get; set; }

    /// <summary>Path the server offers.</summary>
    [Required, ProtoField(2)]
    public string? Path { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(3)]
    public bool? ReadOnly { get; set; }
}
