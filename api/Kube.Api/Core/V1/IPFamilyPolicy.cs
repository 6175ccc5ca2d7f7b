namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>IPFamilyPolicy</c>; on the wire it is a string.</summary>
public static class IPFamilyPolicy
{
    public const string SingleStack = "SingleStack";
    public const string PreferDualStack = "PreferDualStack";
    public const string RequireDualStack = "RequireDualStack";
}
