using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>Bounds and defaults for what containers, pods and claims of a namespace may ask for. Looked at when an object is created; objects that exist stay as they are.</summary>
public sealed class LimitRange : IResource<LimitRange>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "LimitRange", "limitranges", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The bounds.</summary>
    [ProtoField(2)]
    public LimitRangeSpec? Spec { get; set; }
}
