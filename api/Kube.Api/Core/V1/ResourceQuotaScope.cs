namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ResourceQuotaScope</c>; on the wire it is a string.</summary>
public static class ResourceQuotaScope
{
    /// <summary>Pods with a deadline (activeDeadlineSeconds).</summary>
    public const string Terminating = "Terminating";

    /// <summary>Pods without a deadline.</summary>
    public const string NotTerminating = "NotTerminating";

    /// <summary>Pods that ask for no cpu and no memory.</summary>
    public const string BestEffort = "BestEffort";

    /// <summary>Pods that ask for cpu or memory.</summary>
    public const string NotBestEffort = "NotBestEffort";

    /// <summary>Pods of some priority classes.</summary>
    public const string PriorityClass = "PriorityClass";

    /// <summary>Pods whose (anti-)affinity looks into other namespaces.</summary>
    public const string CrossNamespacePodAffinity = "CrossNamespacePodAffinity";

    /// <summary>Claims of some volume attributes classes.</summary>
    public const string VolumeAttributesClass = "VolumeAttributesClass";
}
