using System.Text.Json;
using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

/// <summary>A kept state of a workload, to roll back to. The data never changes.</summary>
public sealed class ControllerRevision : IResource<ControllerRevision>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("apps", "v1", "ControllerRevision", "controllerrevisions", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The state, as the controller that made it wants it.</summary>
    [ProtoField(2)]
    public JsonElement? Data { get; set; }

    /// <summary>Its number; higher is newer.</summary>
    [Required, ProtoField(3)]
    public long? Revision { get; set; }
}
