using Kube.Api.Meta.V1;

namespace Kube.Api.Networking.V1;

/// <summary>A kind of Ingress that one controller carries out.</summary>
public sealed class IngressClass : IResource<IngressClass>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("networking.k8s.io", "v1", "IngressClass", "ingressclasses", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>Which controller, with which parameters.</summary>
    [ProtoField(2)]
    public IngressClassSpec? Spec { get; set; }
}
