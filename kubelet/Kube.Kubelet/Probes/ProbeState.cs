namespace Kube.Kubelet.Probes;

/// <summary>The outcome of one check.</summary>
internal sealed record ProbeOutcome(bool Success, string Message)
{
    public static ProbeOutcome Passed { get; } = new(true, "");
}

/// <summary>
/// What a sequence of checks amounts to: the verdict changes only after as many equal outcomes in a row as the thresholds ask for. Pure.
/// </summary>
internal readonly record struct ProbeState(bool Verdict, bool LastOutcome = false, int Streak = 0)
{
    public ProbeState After(bool success, int successThreshold, int failureThreshold)
    {
        var streak = Streak > 0 && LastOutcome == success ? Streak + 1 : 1;
        var reached = streak >= (success ? successThreshold : failureThreshold);
        return new ProbeState(reached ? success : Verdict, success, streak);
    }
}
