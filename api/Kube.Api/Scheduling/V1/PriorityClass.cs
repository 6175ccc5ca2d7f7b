using Kube.Api.Meta.V1;

namespace Kube.Api.Scheduling.V1;

/// <summary>A name for how important pods are.</summary>
public sealed class PriorityClass : IResource<PriorityClass>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("scheduling.k8s.io", "v1", "PriorityClass", "priorityclasses", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The priority of its pods; higher is more important. At most 1000000000, as more is for the system. Fixed.</summary>
    [ProtoField(2)]
    public int? Value { get; set; }

    /// <summary>True for the one class that pods have which name none.</summary>
    [ProtoField(3)]
    public bool? GlobalDefault { get; set; }

    /// <summary>When to use this class, for people.</summary>
    [ProtoField(4)]
    public string? Description { get; set; }

    /// <summary>Whether its pods may displace less important ones: PreemptLowerPriority or Never. Default PreemptLowerPriority. Fixed.</summary>
    [ProtoField(5, IsPointer = true)]
    public string? PreemptionPolicy { get; set; }
}
