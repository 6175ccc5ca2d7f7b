namespace Kube.Api.Meta.V1;

/// <summary>The names the API knows for <c>ResourceVersionMatch</c>; on the wire it is a string.</summary>
public static class ResourceVersionMatch
{
    /// <summary>At that version or later.</summary>
    public const string NotOlderThan = "NotOlderThan";
    /// <summary>At exactly that version.</summary>
    public const string Exact = "Exact";
}
