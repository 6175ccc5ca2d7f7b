using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

/// <summary>Keeps pods with names, storage and DNS names of their own: a database's members.</summary>
public sealed class StatefulSet : IResource<StatefulSet>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("apps", "v1", "StatefulSet", "statefulsets", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The pods and claims wanted.</summary>
    [ProtoField(2)]
    public StatefulSetSpec? Spec { get; set; }

    /// <summary>How many pods there are now; written by the controller.</summary>
    [ProtoField(3)]
    public StatefulSetStatus? Status { get; set; }
}
