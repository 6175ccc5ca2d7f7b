using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Api.Resources;
using Kube.Machinery.Apply;
using Kube.Machinery.Json;

namespace Kube.ApiServer.Registry;

/// <summary>Keeps <c>managedFields</c> true. Objects have none until somebody applies them; those cost nothing here.</summary>
internal static class FieldOwners
{
    private static readonly FieldSet s_status = FieldSet.Path("f:status");
    private static readonly FieldSet s_allButStatus = FieldSet.Path("f:spec").Union(FieldSet.Path("f:metadata"));

    /// <summary>The fields that a write to this part of an object cannot change.</summary>
    public static FieldSet Reset(Resource resource, UpdateTarget target) => target switch
    {
        UpdateTarget.Object => resource.Subresources.Any(s => s.Name == "status") ? s_status : FieldSet.Empty,
        UpdateTarget.Status => s_allButStatus,
        _ => FieldSet.Empty,
    };

    /// <summary>Records an update of an object whose fields have owners. An apply has recorded itself; the server's own writes own nothing.</summary>
    public static void Track(IKubeObject obj, IKubeObject old, Resource resource, FieldManager? manager, UpdateTarget target, DateTime now)
    {
        if (obj.Metadata!.ManagedFields is not { Count: > 0 } || manager is not { Operation: "Update" })
        {
            return;
        }

        var updated = ToNode(obj);
        ServerSideApply.Track(ToNode(old), updated, manager, resource.Form.ApplySchema, Reset(resource, target), now);
        obj.Metadata.ManagedFields = Read(updated);
    }

    /// <summary>The entries of an object in JSON form.</summary>
    public static List<ManagedFieldsEntry>? Read(JsonObject obj) => obj["metadata"]?["managedFields"] is { } entries
        ? entries.Deserialize(ApiJson.TypeInfo<List<ManagedFieldsEntry>>())
        : null;

    private static JsonObject ToNode(IKubeObject obj) => JsonTree.ParseObject(ApiJson.Serialize(obj));
}
