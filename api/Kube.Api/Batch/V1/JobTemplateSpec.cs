using Kube.Api.Meta.V1;

namespace Kube.Api.Batch.V1;

/// <summary>The Job that a CronJob starts.</summary>
public sealed class JobTemplateSpec
{
    /// <summary>Labels and annotations of the Job.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The spec of the Job.</summary>
    [ProtoField(2)]
    public JobSpec? Spec { get; set; }
}
