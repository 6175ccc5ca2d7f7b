namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PodQOSClass</c>; on the wire it is a string.</summary>
public static class PodQOSClass
{
    /// <summary>Every container has equal requests and limits for cpu and memory.</summary>
    public const string Guaranteed = "Guaranteed";
    /// <summary>Some container asks for something.</summary>
    public const string Burstable = "Burstable";
    /// <summary>No container asks for anything.</summary>
    public const string BestEffort = "BestEffort";
}
