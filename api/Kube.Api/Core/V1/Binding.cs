using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>Puts a pod on a node: the body of a POST to the pod's binding, or to the bindings of its namespace.</summary>
public sealed class Binding : IResource<Binding>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Binding", "bindings", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The node.</summary>
    [Required, ProtoField(2)]
    public ObjectReference? Target { get; set; }
}
