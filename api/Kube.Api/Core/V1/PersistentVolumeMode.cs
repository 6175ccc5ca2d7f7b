namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PersistentVolumeMode</c>; on the wire it is a string.</summary>
public static class PersistentVolumeMode
{
    public const string Block = "Block";
    public const string Filesystem = "Filesystem";
}
