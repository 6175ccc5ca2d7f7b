using Kube.Api.Meta.V1;

namespace Kube.Api.Policy.V1;

/// <summary>How many of some pods may be away at a time by somebody's will: what evictions respect.</summary>
public sealed class PodDisruptionBudget : IResource<PodDisruptionBudget>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The pods and how many must stay.</summary>
    [ProtoField(2)]
    public PodDisruptionBudgetSpec? Spec { get; set; }

    /// <summary>How many may go now; written by the controller and, while pods are evicted, by the API server.</summary>
    [ProtoField(3)]
    public PodDisruptionBudgetStatus? Status { get; set; }
}
