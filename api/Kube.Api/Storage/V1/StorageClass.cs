using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Storage.V1;

/// <summary>A kind of storage that volumes can be made of, and how to make them.</summary>
public sealed class StorageClass : IResource<StorageClass>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("storage.k8s.io", "v1", "StorageClass", "storageclasses", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name and the rest that every object has; an annotation makes it the default class.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>Who makes its volumes.</summary>
    [Required, ProtoField(2)]
    public string? Provisioner { get; set; }

    /// <summary>Settings for the provisioner.</summary>
    [ProtoField(3)]
    public Dictionary<string, string>? Parameters { get; set; }

    /// <summary>What becomes of its volumes when their claims go: Delete (default) or Retain.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? ReclaimPolicy { get; set; }

    /// <summary>Options that its volumes are mounted with.</summary>
    [ProtoField(5)]
    public List<string>? MountOptions { get; set; }

    /// <summary>Whether claims may grow. Default false.</summary>
    [ProtoField(6, IsPointer = true)]
    public bool? AllowVolumeExpansion { get; set; }

    /// <summary>When claims get their volume: Immediate (default) or WaitForFirstConsumer.</summary>
    [ProtoField(7, IsPointer = true)]
    public string? VolumeBindingMode { get; set; }

    /// <summary>The places where its volumes may be made; anywhere when empty.</summary>
    [ProtoField(8)]
    public List<TopologySelectorTerm>? AllowedTopologies { get; set; }
}
