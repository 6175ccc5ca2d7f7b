namespace Kube.Api.Meta.V1;

/// <summary>The names the API knows for <c>LabelSelectorOperator</c>; on the wire it is a string.</summary>
public static class LabelSelectorOperator
{
    public const string In = "In";
    public const string NotIn = "NotIn";
    public const string Exists = "Exists";
    public const string DoesNotExist = "DoesNotExist";
}
