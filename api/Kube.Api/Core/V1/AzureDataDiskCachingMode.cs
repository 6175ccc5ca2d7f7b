namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>AzureDataDiskCachingMode</c>; on the wire it is a string.</summary>
public static class AzureDataDiskCachingMode
{
    /// <summary>No caching.</summary>
    public const string None = "None";
    /// <summary>Reads are cached.</summary>
    public const string ReadOnly = "ReadOnly";
    /// <summary>Reads and writes are cached.</summary>
    public const string ReadWrite = "ReadWrite";
}
