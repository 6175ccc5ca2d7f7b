using Kube.Api.Meta.V1;

namespace Kube.Api.Storage.V1;

/// <summary>How much a CSI driver can still provide of one class in one place.</summary>
public sealed class CSIStorageCapacity : IResource<CSIStorageCapacity>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("storage.k8s.io", "v1", "CSIStorageCapacity", "csistoragecapacities", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels and the rest that every object has.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The nodes of the place, by their labels; all when empty, none when absent.</summary>
    [ProtoField(2, IsPointer = true)]
    public LabelSelector? NodeTopology { get; set; }

    /// <summary>The class.</summary>
    [Required, ProtoField(3)]
    public string? StorageClassName { get; set; }

    /// <summary>Bytes that are left; unknown when absent.</summary>
    [ProtoField(4, IsPointer = true)]
    public Quantity? Capacity { get; set; }

    /// <summary>The largest volume that can be made; unknown when absent.</summary>
    [ProtoField(5, IsPointer = true)]
    public Quantity? MaximumVolumeSize { get; set; }
}
