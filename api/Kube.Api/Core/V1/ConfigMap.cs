using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>Settings as keys and values, for pods to read as files or environment variables.</summary>
public sealed class ConfigMap : IResource<ConfigMap>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "ConfigMap", "configmaps", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>True to refuse every later change of the data. Cannot be taken back.</summary>
    [ProtoField(4, IsPointer = true)]
    public bool? Immutable { get; set; }

    /// <summary>Keys with text.</summary>
    [ProtoField(2)]
    public Dictionary<string, string>? Data { get; set; }

    /// <summary>Keys with bytes, base64 on the wire.</summary>
    [ProtoField(3)]
    public Dictionary<string, byte[]>? BinaryData { get; set; }
}
