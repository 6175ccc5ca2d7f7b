using Kube.Api.Core.V1;

namespace Kube.Api.Batch.V1;

/// <summary>What ran and what runs.</summary>
public sealed class CronJobStatus
{
    /// <summary>The Jobs that run now.</summary>
    [ProtoField(1)]
    public List<ObjectReference>? Active { get; set; }

    /// <summary>When a Job was last started.</summary>
    [ProtoField(4, IsPointer = true)]
    public DateTime? LastScheduleTime { get; set; }

    /// <summary>When a Job last succeeded.</summary>
    [ProtoField(5, IsPointer = true)]
    public DateTime? LastSuccessfulTime { get; set; }
}
