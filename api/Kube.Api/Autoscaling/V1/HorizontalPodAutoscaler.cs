using Kube.Api.Meta.V1;

namespace Kube.Api.Autoscaling.V1;

/// <summary>Sets the replicas of a workload by its CPU use. The same objects as in autoscaling/v2; what this form has no field for is kept in annotations.</summary>
public sealed class HorizontalPodAutoscaler : IResource<HorizontalPodAutoscaler>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("autoscaling", "v1", "HorizontalPodAutoscaler", "horizontalpodautoscalers", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The workload and the bounds.</summary>
    [Required, ProtoField(2)]
    public HorizontalPodAutoscalerSpec? Spec { get; set; }

    /// <summary>What the controller saw and did.</summary>
    [ProtoField(3)]
    public HorizontalPodAutoscalerStatus? Status { get; set; }
}
