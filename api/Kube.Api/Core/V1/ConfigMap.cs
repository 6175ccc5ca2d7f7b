using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class ConfigMap : IResource<ConfigMap>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "ConfigMap", "configmaps", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [ProtoField(4, IsPointer = true)]
    public bool? Immutable { get; set; }

    [ProtoField(2)]
    public Dictionary<string, string>? Data { get; set; }

    [ProtoField(3)]
    public Dictionary<string, byte[]>? BinaryData { get; set; }
}
