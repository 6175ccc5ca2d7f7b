using Kube.Api.Meta.V1;

namespace Kube.Api.Networking.V1;

/// <summary>Which traffic a set of pods may have; pods that no policy chooses may have all.</summary>
public sealed class NetworkPolicy : IResource<NetworkPolicy>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The pods and the traffic.</summary>
    [ProtoField(2)]
    public NetworkPolicySpec? Spec { get; set; }
}
