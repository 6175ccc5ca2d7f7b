namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>TolerationOperator</c>; on the wire it is a string.</summary>
public static class TolerationOperator
{
    /// <summary>Any value.</summary>
    public const string Exists = "Exists";
    /// <summary>The same value.</summary>
    public const string Equal = "Equal";
    /// <summary>A smaller number.</summary>
    public const string Lt = "Lt";
    /// <summary>A larger number.</summary>
    public const string Gt = "Gt";
}
