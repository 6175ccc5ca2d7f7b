namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PersistentVolumeMode</c>; on the wire it is a string.</summary>
public static class PersistentVolumeMode
{
    /// <summary>A raw device.</summary>
    public const string Block = "Block";
    /// <summary>A mounted file system.</summary>
    public const string Filesystem = "Filesystem";
}
