using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class ServiceAccount : IResource<ServiceAccount>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "ServiceAccount", "serviceaccounts", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [PatchMerge("name"), ListMap("name"), ProtoField(2)]
    public List<ObjectReference>? Secrets { get; set; }

    [ProtoField(3)]
    public List<LocalObjectReference>? ImagePullSecrets { get; set; }

    [ProtoField(4, IsPointer = true)]
    public bool? AutomountServiceAccountToken { get; set; }
}
