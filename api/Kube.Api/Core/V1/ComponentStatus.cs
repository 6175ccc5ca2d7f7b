using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>Whether a part of the control plane answers. Deprecated: ask the parts themselves.</summary>
public sealed class ComponentStatus : IResource<ComponentStatus>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "ComponentStatus", "componentstatuses", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name of the part.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>Whether it is healthy.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(2)]
    public List<ComponentCondition>? Conditions { get; set; }
}
