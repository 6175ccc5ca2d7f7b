using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

/// <summary>Keeps a number of equal pods running and replaces them step by step when their template changes.</summary>
public sealed class Deployment : IResource<Deployment>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("apps", "v1", "Deployment", "deployments", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The wanted state.</summary>
    [ProtoField(2)]
    public DeploymentSpec? Spec { get; set; }

    /// <summary>How far it has come.</summary>
    [ProtoField(3)]
    public DeploymentStatus? Status { get; set; }
}
