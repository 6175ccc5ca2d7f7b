namespace Kube.Api.Meta.V1;

/// <summary>What a field requirement asks of the value.</summary>
public static class FieldSelectorOperator
{
    /// <summary>The value is one of those given.</summary>
    public const string In = "In";

    /// <summary>The value is none of those given, or the field is absent.</summary>
    public const string NotIn = "NotIn";

    /// <summary>The field is there.</summary>
    public const string Exists = "Exists";

    /// <summary>The field is not there.</summary>
    public const string DoesNotExist = "DoesNotExist";
}
