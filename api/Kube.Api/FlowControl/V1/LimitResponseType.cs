namespace Kube.Api.FlowControl.V1;

/// <summary>What may happen to a request beyond the limit.</summary>
public static class LimitResponseType
{
    /// <summary>It waits, if there is room.</summary>
    public const string Queue = "Queue";

    /// <summary>It is refused with 429.</summary>
    public const string Reject = "Reject";
}
