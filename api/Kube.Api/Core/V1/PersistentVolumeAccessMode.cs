namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PersistentVolumeAccessMode</c>; on the wire it is a string.</summary>
public static class PersistentVolumeAccessMode
{
    public const string ReadWriteOnce = "ReadWriteOnce";
    public const string ReadOnlyMany = "ReadOnlyMany";
    public const string ReadWriteMany = "ReadWriteMany";
    public const string ReadWriteOncePod = "ReadWriteOncePod";
}
