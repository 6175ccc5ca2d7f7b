namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>StorageMedium</c>; on the wire it is a string.</summary>
public static class StorageMedium
{
    /// <summary>The node's disk.</summary>
    public const string None = "";
    /// <summary>A file system in memory.</summary>
    public const string Memory = "Memory";
    /// <summary>Huge pages.</summary>
    public const string HugePages = "HugePages";
}
