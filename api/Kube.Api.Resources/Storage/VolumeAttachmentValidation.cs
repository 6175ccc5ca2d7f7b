using Kube.Api.Resources.Core;
using Kube.Api.Storage.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Storage;

/// <summary>The rules of a VolumeAttachment.</summary>
internal static class VolumeAttachmentValidation
{
    private const string OneSource = "must specify exactly one of inlineVolumeSpec and persistentVolumeName";
    private const int MaximumMessage = 1024;
    private const int MaximumMetadata = 256 * 1024;

    public static void Check(VolumeAttachmentSpec spec, FieldErrors errors)
    {
        var path = FieldPath.Of("spec");
        ShareValidation.DriverName(spec.Attacher, path.Child("attacher"), errors);
        Check(spec.Source ?? new VolumeAttachmentSource(), path.Child("source"), errors);
        if (ObjectNames.DnsSubdomainError(spec.NodeName ?? "") is { } problem)
        {
            errors.Invalid(path.Child("nodeName"), spec.NodeName ?? "", problem);
        }
    }

    public static void CheckStatus(VolumeAttachmentStatus status, FieldErrors errors)
    {
        var path = FieldPath.Of("status");
        if (status.AttachmentMetadata?.Sum(m => m.Key.Length + m.Value.Length) > MaximumMetadata)
        {
            errors.TooLong(path.Child("attachmentMetadata"), MaximumMetadata);
        }

        CheckError(status.AttachError, path.Child("attachError"), errors);
        CheckError(status.DetachError, path.Child("detachError"), errors);
    }

    private static void Check(VolumeAttachmentSource source, FieldPath path, FieldErrors errors)
    {
        switch (source)
        {
            case { PersistentVolumeName: null, InlineVolumeSpec: null }:
                errors.Required(path, OneSource);
                break;
            case { PersistentVolumeName: not null, InlineVolumeSpec: not null }:
                errors.Forbidden(path, OneSource);
                break;
            case { PersistentVolumeName: { } name }:
                FieldRules.Required(name, path.Child("persistentVolumeName"), errors, "must specify non empty persistentVolumeName");
                FieldRules.Name(name, ObjectNames.DnsSubdomainError, path.Child("persistentVolumeName"), errors);
                break;
            case { InlineVolumeSpec: { } volume }:
                PersistentVolumeValidation.CheckInline(volume, path.Child("inlineVolumeSpec"), errors);
                break;
        }
    }

    private static void CheckError(VolumeError? error, FieldPath path, FieldErrors errors)
    {
        if (error?.Message is { Length: > MaximumMessage })
        {
            errors.TooLong(path.Child("message"), MaximumMessage);
        }
    }
}
