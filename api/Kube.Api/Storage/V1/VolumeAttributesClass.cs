using Kube.Api.Meta.V1;

namespace Kube.Api.Storage.V1;

/// <summary>Attributes of volumes that can be changed while they are in use.</summary>
public sealed class VolumeAttributesClass : IResource<VolumeAttributesClass>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("storage.k8s.io", "v1", "VolumeAttributesClass", "volumeattributesclasses", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name and the rest that every object has.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The CSI driver that knows the parameters.</summary>
    [Required, ProtoField(2)]
    public string? DriverName { get; set; }

    /// <summary>The attributes, in terms of the driver; they cannot be changed, only another class named.</summary>
    [ProtoField(3)]
    public Dictionary<string, string>? Parameters { get; set; }
}
