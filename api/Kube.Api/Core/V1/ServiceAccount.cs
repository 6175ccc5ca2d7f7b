using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>An identity for the processes of pods.</summary>
public sealed class ServiceAccount : IResource<ServiceAccount>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "ServiceAccount", "serviceaccounts", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>Secrets its pods may mount.</summary>
    [PatchMerge("name"), ListMap("name"), ProtoField(2)]
    public List<ObjectReference>? Secrets { get; set; }

    /// <summary>Secrets for pulling images that its pods get.</summary>
    [ProtoField(3)]
    public List<LocalObjectReference>? ImagePullSecrets { get; set; }

    /// <summary>Whether its pods get a token mounted; a pod can say otherwise. Default true.</summary>
    [ProtoField(4, IsPointer = true)]
    public bool? AutomountServiceAccountToken { get; set; }
}
