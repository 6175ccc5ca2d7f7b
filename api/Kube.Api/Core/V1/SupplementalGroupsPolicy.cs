namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>SupplementalGroupsPolicy</c>; on the wire it is a string.</summary>
public static class SupplementalGroupsPolicy
{
    /// <summary>Groups of the image count too.</summary>
    public const string Merge = "Merge";
    /// <summary>Only the groups given.</summary>
    public const string Strict = "Strict";
}
