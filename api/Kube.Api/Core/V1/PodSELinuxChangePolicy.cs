namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PodSELinuxChangePolicy</c>; on the wire it is a string.</summary>
public static class PodSELinuxChangePolicy
{
    public const string Recursive = "Recursive";
    public const string MountOption = "MountOption";
}
