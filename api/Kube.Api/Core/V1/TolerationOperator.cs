namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>TolerationOperator</c>; on the wire it is a string.</summary>
public static class TolerationOperator
{
    public const string Exists = "Exists";
    public const string Equal = "Equal";
    public const string Lt = "Lt";
    public const string Gt = "Gt";
}
