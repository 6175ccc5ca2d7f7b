namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>OSName</c>; on the wire it is a string.</summary>
public static class OSName
{
    /// <summary>Linux.</summary>
    public const string Linux = "linux";
    /// <summary>Windows.</summary>
    public const string Windows = "windows";
}
