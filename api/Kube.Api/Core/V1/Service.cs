using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>A stable address for a set of pods.</summary>
public sealed class Service : IResource<Service>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Service", "services", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The wanted state.</summary>
    [ProtoField(2)]
    public ServiceSpec? Spec { get; set; }

    /// <summary>Addresses given by a load balancer.</summary>
    [ProtoField(3)]
    public ServiceStatus? Status { get; set; }
}
