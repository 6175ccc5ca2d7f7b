namespace Kube.Api.Batch.V1;

/// <summary>The conditions of a Job.</summary>
public static class JobConditionType
{
    /// <summary>It runs no pods until somebody resumes it.</summary>
    public const string Suspended = "Suspended";

    /// <summary>It has succeeded and all its pods have ended.</summary>
    public const string Complete = "Complete";

    /// <summary>It has failed and all its pods have ended.</summary>
    public const string Failed = "Failed";

    /// <summary>It is about to fail; its pods are being stopped.</summary>
    public const string FailureTarget = "FailureTarget";

    /// <summary>It is about to succeed; pods that still run are being stopped.</summary>
    public const string SuccessCriteriaMet = "SuccessCriteriaMet";
}
