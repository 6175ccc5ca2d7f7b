using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

/// <summary>Keeps one pod on every node that fits, for what each node needs: log collectors, network agents, storage drivers.</summary>
public sealed class DaemonSet : IResource<DaemonSet>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("apps", "v1", "DaemonSet", "daemonsets", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The pods wanted and how they are replaced.</summary>
    [ProtoField(2)]
    public DaemonSetSpec? Spec { get; set; }

    /// <summary>How many nodes run them now; written by the controller.</summary>
    [ProtoField(3)]
    public DaemonSetStatus? Status { get; set; }
}
