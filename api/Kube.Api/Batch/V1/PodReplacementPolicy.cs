namespace Kube.Api.Batch.V1;

/// <summary>When a failed pod is replaced.</summary>
public static class PodReplacementPolicy
{
    /// <summary>As soon as it is on its way out.</summary>
    public const string TerminatingOrFailed = "TerminatingOrFailed";

    /// <summary>Only when it has ended.</summary>
    public const string Failed = "Failed";
}
