namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PreemptionPolicy</c>; on the wire it is a string.</summary>
public static class PreemptionPolicy
{
    /// <summary>Less important pods may be pushed out.</summary>
    public const string PreemptLowerPriority = "PreemptLowerPriority";
    /// <summary>Wait for room.</summary>
    public const string Never = "Never";
}
