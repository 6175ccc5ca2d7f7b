namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>OSName</c>; on the wire it is a string.</summary>
public static class OSName
{
    public const string Linux = "linux";
    public const string Windows = "windows";
}
