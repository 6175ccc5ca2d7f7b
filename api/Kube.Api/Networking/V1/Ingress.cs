using Kube.Api.Meta.V1;

namespace Kube.Api.Networking.V1;

/// <summary>Rules by which HTTP requests from outside reach Services, for a controller to carry out.</summary>
public sealed class Ingress : IResource<Ingress>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("networking.k8s.io", "v1", "Ingress", "ingresses", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The rules wanted.</summary>
    [ProtoField(2)]
    public IngressSpec? Spec { get; set; }

    /// <summary>Where the controller has made the Ingress reachable.</summary>
    [ProtoField(3)]
    public IngressStatus? Status { get; set; }
}
