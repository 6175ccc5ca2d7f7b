using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>A request for storage, and the handle by which pods of its namespace use what was found for it.</summary>
public sealed class PersistentVolumeClaim : IResource<PersistentVolumeClaim>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels and the rest that every object has.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What storage is asked for.</summary>
    [ProtoField(2)]
    public PersistentVolumeClaimSpec? Spec { get; set; }

    /// <summary>What was found; written by the control plane.</summary>
    [ProtoField(3)]
    public PersistentVolumeClaimStatus? Status { get; set; }
}
