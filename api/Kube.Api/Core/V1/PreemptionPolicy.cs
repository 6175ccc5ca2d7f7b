namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PreemptionPolicy</c>; on the wire it is a string.</summary>
public static class PreemptionPolicy
{
    public const string PreemptLowerPriority = "PreemptLowerPriority";
    public const string Never = "Never";
}
