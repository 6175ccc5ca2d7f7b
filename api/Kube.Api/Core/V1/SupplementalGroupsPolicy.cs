namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>SupplementalGroupsPolicy</c>; on the wire it is a string.</summary>
public static class SupplementalGroupsPolicy
{
    public const string Merge = "Merge";
    public const string Strict = "Strict";
}
