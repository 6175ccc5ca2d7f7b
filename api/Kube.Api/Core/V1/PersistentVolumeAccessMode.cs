namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PersistentVolumeAccessMode</c>; on the wire it is a string.</summary>
public static class PersistentVolumeAccessMode
{
    /// <summary>Read and written on one node.</summary>
    public const string ReadWriteOnce = "ReadWriteOnce";
    /// <summary>Read on many nodes.</summary>
    public const string ReadOnlyMany = "ReadOnlyMany";
    /// <summary>Read and written on many nodes.</summary>
    public const string ReadWriteMany = "ReadWriteMany";
    /// <summary>Read and written by one pod.</summary>
    public const string ReadWriteOncePod = "ReadWriteOncePod";
}
