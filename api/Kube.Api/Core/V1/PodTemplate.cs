using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>A description of pods that is kept for later; by itself it makes none.</summary>
public sealed class PodTemplate : IResource<PodTemplate>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "PodTemplate", "podtemplates", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What the pods would look like.</summary>
    [ProtoField(2)]
    public PodTemplateSpec? Template { get; set; }
}
