using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>Passwords, keys and the like, for pods to read as files or environment variables.</summary>
public sealed class Secret : IResource<Secret>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Secret", "secrets", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>True to refuse every later change of the data. Cannot be taken back.</summary>
    [ProtoField(5, IsPointer = true)]
    public bool? Immutable { get; set; }

    /// <summary>Keys with bytes, base64 on the wire.</summary>
    [ProtoField(2)]
    public Dictionary<string, byte[]>? Data { get; set; }

    /// <summary>Keys with text, merged into data when written; never returned.</summary>
    [ProtoField(4)]
    public Dictionary<string, string>? StringData { get; set; }

    /// <summary>What the keys mean. Default Opaque. Fixed once set.</summary>
    [ProtoField(3)]
    public string? Type { get; set; }
}
