namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ConditionStatus</c>; on the wire it is a string.</summary>
public static class ConditionStatus
{
    public const string True = "True";
    public const string False = "False";
    public const string Unknown = "Unknown";
}
