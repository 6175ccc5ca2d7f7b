using Kube.Api.Meta.V1;

namespace Kube.Api.Batch.V1;

/// <summary>Runs pods until enough of them have succeeded.</summary>
public sealed class Job : IResource<Job>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("batch", "v1", "Job", "jobs", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The pods and how many must succeed.</summary>
    [ProtoField(2)]
    public JobSpec? Spec { get; set; }

    /// <summary>How far it is; written by the controller.</summary>
    [ProtoField(3)]
    public JobStatus? Status { get; set; }
}
