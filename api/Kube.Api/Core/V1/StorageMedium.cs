namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>StorageMedium</c>; on the wire it is a string.</summary>
public static class StorageMedium
{
    public const string None = "";
    public const string Memory = "Memory";
    public const string HugePages = "HugePages";
}
