using System.Text.Json;
using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

public sealed class ControllerRevision : IResource<ControllerRevision>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("apps", "v1", "ControllerRevision", "controllerrevisions", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [ProtoField(2)]
    public JsonElement? Data { get; set; }

    [Required, ProtoField(3)]
    public long? Revision { get; set; }
}
