namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>AzureDataDiskKind</c>; on the wire it is a string.</summary>
public static class AzureDataDiskKind
{
    public const string Shared = "Shared";
    public const string Dedicated = "Dedicated";
    public const string Managed = "Managed";
}
