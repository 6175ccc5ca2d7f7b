namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>UnsatisfiableConstraintAction</c>; on the wire it is a string.</summary>
public static class UnsatisfiableConstraintAction
{
    public const string DoNotSchedule = "DoNotSchedule";
    public const string ScheduleAnyway = "ScheduleAnyway";
}
