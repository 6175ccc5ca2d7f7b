namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ConditionStatus</c>; on the wire it is a string.</summary>
public static class ConditionStatus
{
    /// <summary>It holds.</summary>
    public const string True = "True";
    /// <summary>It does not hold.</summary>
    public const string False = "False";
    /// <summary>Nobody can say.</summary>
    public const string Unknown = "Unknown";
}
