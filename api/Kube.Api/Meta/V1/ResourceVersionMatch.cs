namespace Kube.Api.Meta.V1;

/// <summary>The names the API knows for <c>ResourceVersionMatch</c>; on the wire it is a string.</summary>
public static class ResourceVersionMatch
{
    public const string NotOlderThan = "NotOlderThan";
    public const string Exact = "Exact";
}
