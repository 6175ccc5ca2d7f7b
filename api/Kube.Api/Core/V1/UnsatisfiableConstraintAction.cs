namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>UnsatisfiableConstraintAction</c>; on the wire it is a string.</summary>
public static class UnsatisfiableConstraintAction
{
    /// <summary>The pod waits.</summary>
    public const string DoNotSchedule = "DoNotSchedule";
    /// <summary>The pod is placed all the same.</summary>
    public const string ScheduleAnyway = "ScheduleAnyway";
}
