namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>IPFamilyPolicy</c>; on the wire it is a string.</summary>
public static class IPFamilyPolicy
{
    /// <summary>One family.</summary>
    public const string SingleStack = "SingleStack";
    /// <summary>Both families where the cluster has both.</summary>
    public const string PreferDualStack = "PreferDualStack";
    /// <summary>Both families or an error.</summary>
    public const string RequireDualStack = "RequireDualStack";
}
