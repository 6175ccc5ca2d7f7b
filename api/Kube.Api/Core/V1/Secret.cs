using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class Secret : IResource<Secret>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Secret", "secrets", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [ProtoField(5, IsPointer = true)]
    public bool? Immutable { get; set; }

    [ProtoField(2)]
    public Dictionary<string, byte[]>? Data { get; set; }

    [ProtoField(4)]
    public Dictionary<string, string>? StringData { get; set; }

    [ProtoField(3)]
    public string? Type { get; set; }
}
