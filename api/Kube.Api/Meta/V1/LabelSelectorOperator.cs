namespace Kube.Api.Meta.V1;

/// <summary>The names the API knows for <c>LabelSelectorOperator</c>; on the wire it is a string.</summary>
public static class LabelSelectorOperator
{
    /// <summary>The value is one of the values.</summary>
    public const string In = "In";
    /// <summary>The value is none of the values, or the key is absent.</summary>
    public const string NotIn = "NotIn";
    /// <summary>The key is there.</summary>
    public const string Exists = "Exists";
    /// <summary>The key is absent.</summary>
    public const string DoesNotExist = "DoesNotExist";
}
