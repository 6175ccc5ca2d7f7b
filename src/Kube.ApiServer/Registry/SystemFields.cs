using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Machinery.Apply;
using Kube.Machinery.Validation;

namespace Kube.ApiServer.Registry;

/// <summary>The fields of metadata that belong to the server: set on create, carried over on update.</summary>
internal static class SystemFields
{
    /// <summary>An applied object comes with its owners; any other has none yet.</summary>
    public static void SetForCreate(IKubeObject obj, string? ns, DateTime now, WriteOptions options)
    {
        var meta = obj.Metadata ??= new ObjectMeta();
        meta.Namespace = ns;
        meta.Uid = Guid.NewGuid().ToString();
        meta.CreationTimestamp = now;
        meta.DeletionTimestamp = null;
        meta.DeletionGracePeriodSeconds = null;
        meta.SelfLink = null;
        meta.ResourceVersion = null;
        meta.Generation = null;
        meta.ManagedFields = options.Manager is { Operation: "Apply" } ? meta.ManagedFields : null;
    }

    /// <summary>The uid stays as the client gave it when it gave one, so that a wrong one is refused by validation.</summary>
    public static void CarryOver(IKubeObject obj, IKubeObject old)
    {
        var (meta, before) = (obj.Metadata ??= new ObjectMeta(), old.Metadata!);
        meta.Name = before.Name;
        meta.Namespace = before.Namespace;
        meta.GenerateName = before.GenerateName;
        meta.Uid = string.IsNullOrEmpty(meta.Uid) ? before.Uid : meta.Uid;
        meta.ResourceVersion = before.ResourceVersion;
        meta.CreationTimestamp = before.CreationTimestamp;
        meta.DeletionTimestamp = before.DeletionTimestamp;
        meta.DeletionGracePeriodSeconds = before.DeletionGracePeriodSeconds;
        meta.Generation = before.Generation;
        meta.ManagedFields = Owners(meta.ManagedFields, before.ManagedFields);
        meta.SelfLink = null;
    }

    /// <summary>
    /// Who leaves the owners out, sends an empty list or what cannot be read keeps them: clients that do not know the field must not lose it.
    /// One entry with nothing in it takes them away.
    /// </summary>
    private static List<ManagedFieldsEntry>? Owners(List<ManagedFieldsEntry>? given, List<ManagedFieldsEntry>? before) => given switch
    {
        null or [] => before,
        [{ Manager: null, Operation: null, ApiVersion: null, Time: null, FieldsType: null, FieldsV1: null, Subresource: null }] => null,
        _ => ServerSideApply.AreReadable(given) ? given : before,
    };

    /// <summary>An object on its way out takes no new finalizers: nobody waits for them.</summary>
    public static void CheckFinalizers(IKubeObject obj, IKubeObject old, FieldErrors errors)
    {
        if (old.Metadata!.DeletionTimestamp is null)
        {
            return;
        }

        var added = (obj.Metadata!.Finalizers ?? []).Except(old.Metadata.Finalizers ?? []).ToList();
        if (added.Count > 0)
        {
            var shown = string.Join(", ", added.Select(f => $"\"{f}\""));
            errors.Forbidden(FieldPath.Of("metadata", "finalizers"), $"no new finalizers can be added if the object is being deleted, found new finalizers []string{{{shown}}}");
        }
    }
}
