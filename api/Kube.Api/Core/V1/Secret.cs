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

    public ObjectMeta? Metadata { get; set; }

    public bool? Immutable { get; set; }

    public Dictionary<string, byte[]>? Data { get; set; }

    public Dictionary<string, string>? StringData { get; set; }

    public string? Type { get; set; }
}
