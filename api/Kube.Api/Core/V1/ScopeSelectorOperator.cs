namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ScopeSelectorOperator</c>; on the wire it is a string.</summary>
public static class ScopeSelectorOperator
{
    /// <summary>The value is one of those given.</summary>
    public const string In = "In";

    /// <summary>The value is none of those given.</summary>
    public const string NotIn = "NotIn";

    /// <summary>The object is in the scope, whatever the value.</summary>
    public const string Exists = "Exists";

    /// <summary>The object is not in the scope.</summary>
    public const string DoesNotExist = "DoesNotExist";
}
