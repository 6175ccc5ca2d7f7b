namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NodeInclusionPolicy</c>; on the wire it is a string.</summary>
public static class NodeInclusionPolicy
{
    public const string Ignore = "Ignore";
    public const string Honor = "Honor";
}
