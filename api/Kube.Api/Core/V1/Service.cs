using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class Service : IResource<Service>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Service", "services", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [ProtoField(2)]
    public ServiceSpec? Spec { get; set; }

    [ProtoField(3)]
    public ServiceStatus? Status { get; set; }
}
