namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>AzureDataDiskCachingMode</c>; on the wire it is a string.</summary>
public static class AzureDataDiskCachingMode
{
    public const string None = "None";
    public const string ReadOnly = "ReadOnly";
    public const string ReadWrite = "ReadWrite";
}
