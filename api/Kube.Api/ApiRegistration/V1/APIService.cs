using Kube.Api.Meta.V1;

namespace Kube.Api.ApiRegistration.V1;

/// <summary>One version of one API group, and who serves it. Its name is <c>version.group</c>.</summary>
public sealed class APIService : IResource<APIService>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("apiregistration.k8s.io", "v1", "APIService", "apiservices", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>Where the group and version are served, and how they rank.</summary>
    [ProtoField(2)]
    public APIServiceSpec? Spec { get; set; }

    /// <summary>Whether they can be reached.</summary>
    [ProtoField(3)]
    public APIServiceStatus? Status { get; set; }
}
