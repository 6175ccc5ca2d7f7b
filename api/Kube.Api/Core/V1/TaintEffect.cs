namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>TaintEffect</c>; on the wire it is a string.</summary>
public static class TaintEffect
{
    /// <summary>No new pods.</summary>
    public const string NoSchedule = "NoSchedule";
    /// <summary>New pods only when there is no better node.</summary>
    public const string PreferNoSchedule = "PreferNoSchedule";
    /// <summary>No new pods, and running ones must go.</summary>
    public const string NoExecute = "NoExecute";
}
