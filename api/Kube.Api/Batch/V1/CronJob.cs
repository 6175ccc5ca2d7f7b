using Kube.Api.Meta.V1;

namespace Kube.Api.Batch.V1;

/// <summary>Starts a Job at the times of a schedule.</summary>
public sealed class CronJob : IResource<CronJob>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("batch", "v1", "CronJob", "cronjobs", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The schedule and the Job.</summary>
    [Required, ProtoField(2)]
    public CronJobSpec? Spec { get; set; }

    /// <summary>What ran and what runs; written by the controller.</summary>
    [ProtoField(3)]
    public CronJobStatus? Status { get; set; }
}
