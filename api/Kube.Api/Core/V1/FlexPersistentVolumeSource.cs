namespace Kube.Api.Core.V1;

/// <summary>A volume of a plug-in that is run as a command, for a persistent volume: its Secret may be in any namespace.</summary>
public sealed class FlexPersistentVolumeSource
{
    /// <summary>Name of the plug-in.</summary>
    [Required, ProtoField(1)]
    public string? Driver { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [ProtoField(2)]
    public string? FsType { get; set; }

    /// <summary>Secret with what is needed to log in.</summary>
    [ProtoField(3, IsPointer = true)]
    public SecretReference? SecretRef { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(4)]
    public bool? ReadOnly { get; set; }

    /// <summary>Settings for the plug-in.</summary>
    [ProtoField(5)]
    public Dictionary<string, string>? Options { get; set; }
}
