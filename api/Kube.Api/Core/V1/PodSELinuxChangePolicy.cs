namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PodSELinuxChangePolicy</c>; on the wire it is a string.</summary>
public static class PodSELinuxChangePolicy
{
    /// <summary>Every file is labelled.</summary>
    public const string Recursive = "Recursive";
    /// <summary>The label is given at mounting.</summary>
    public const string MountOption = "MountOption";
}
