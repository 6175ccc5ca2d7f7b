namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PodQOSClass</c>; on the wire it is a string.</summary>
public static class PodQOSClass
{
    public const string Guaranteed = "Guaranteed";
    public const string Burstable = "Burstable";
    public const string BestEffort = "BestEffort";
}
