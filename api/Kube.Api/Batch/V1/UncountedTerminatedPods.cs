namespace Kube.Api.Batch.V1;

/// <summary>Pods that have ended and are not in the counters yet; what makes counting safe against a crash.</summary>
public sealed class UncountedTerminatedPods
{
    /// <summary>The uids of pods that succeeded.</summary>
    [ListSet, ProtoField(1)]
    public List<string>? Succeeded { get; set; }

    /// <summary>The uids of pods that failed.</summary>
    [ListSet, ProtoField(2)]
    public List<string>? Failed { get; set; }
}
