using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>A piece of storage of the cluster, made by an administrator or by a provisioner, that one claim at a time can have.</summary>
public sealed class PersistentVolume : IResource<PersistentVolume>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "PersistentVolume", "persistentvolumes", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, labels and the rest that every object has.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What and where the storage is.</summary>
    [ProtoField(2)]
    public PersistentVolumeSpec? Spec { get; set; }

    /// <summary>What became of it; written by the control plane.</summary>
    [ProtoField(3)]
    public PersistentVolumeStatus? Status { get; set; }
}
