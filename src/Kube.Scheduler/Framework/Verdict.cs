namespace Kube.Scheduler.Framework;

/// <summary>
/// A rule's answer. A rejection always says why in the words people know from Kubernetes: they are counted over the nodes and end up in the
/// pod's FailedScheduling event. Immutable; rules keep their fixed rejections in static fields so that the hot loop allocates nothing.
/// </summary>
internal sealed class Verdict
{
    private Verdict(VerdictCode code, params string[] reasons)
    {
        Code = code;
        Reasons = reasons;
    }

    public static Verdict Success { get; } = new(VerdictCode.Success);

    public static Verdict Skip { get; } = new(VerdictCode.Skip);

    public VerdictCode Code { get; }

    public IReadOnlyList<string> Reasons { get; }

    public bool IsSuccess => Code == VerdictCode.Success;

    public bool IsSkip => Code == VerdictCode.Skip;

    public bool IsRejection => Code is VerdictCode.Unschedulable or VerdictCode.UnschedulableAndUnresolvable;

    public string Message => string.Join(", ", Reasons);

    public static Verdict Unschedulable(params string[] reasons) => new(VerdictCode.Unschedulable, reasons);

    public static Verdict Unresolvable(params string[] reasons) => new(VerdictCode.UnschedulableAndUnresolvable, reasons);
}
