namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NodeSelectorOperator</c>; on the wire it is a string.</summary>
public static class NodeSelectorOperator
{
    public const string In = "In";
    public const string NotIn = "NotIn";
    public const string Exists = "Exists";
    public const string DoesNotExist = "DoesNotExist";
    public const string Gt = "Gt";
    public const string Lt = "Lt";
}
