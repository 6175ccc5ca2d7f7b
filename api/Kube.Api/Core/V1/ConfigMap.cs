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

    public ObjectMeta? Metadata { get; set; }

    public bool? Immutable { get; set; }

    public Dictionary<string, string>? Data { get; set; }

    public Dictionary<string, byte[]>? BinaryData { get; set; }
}
