namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>AzureDataDiskKind</c>; on the wire it is a string.</summary>
public static class AzureDataDiskKind
{
    /// <summary>Several disks per storage account.</summary>
    public const string Shared = "Shared";
    /// <summary>One disk per storage account.</summary>
    public const string Dedicated = "Dedicated";
    /// <summary>A managed disk.</summary>
    public const string Managed = "Managed";
}
