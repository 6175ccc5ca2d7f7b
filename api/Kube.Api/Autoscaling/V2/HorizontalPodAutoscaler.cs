using Kube.Api.Meta.V1;

namespace Kube.Api.Autoscaling.V2;

/// <summary>Sets the replicas of a workload by metrics.</summary>
public sealed class HorizontalPodAutoscaler : IResource<HorizontalPodAutoscaler>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The workload, the bounds and the metrics.</summary>
    [Required, ProtoField(2)]
    public HorizontalPodAutoscalerSpec? Spec { get; set; }

    /// <summary>What the controller saw and did.</summary>
    [ProtoField(3)]
    public HorizontalPodAutoscalerStatus? Status { get; set; }
}
