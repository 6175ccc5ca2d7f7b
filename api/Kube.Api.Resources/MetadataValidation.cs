using Kube.Machinery.Validation;

namespace Kube.Api.Resources;

/// <summary>The rules of ObjectMeta, the same for every kind.</summary>
internal static class MetadataValidation
{
    private static readonly FieldPath s_metadata = FieldPath.Of("metadata");

    public static void Check(IKubeObject obj, ResourceInfo info, Func<string, string?> nameError, FieldErrors errors)
    {
        var meta = obj.Metadata;
        if (string.IsNullOrEmpty(meta?.Name))
        {
            errors.Required(s_metadata.Child("name"), "name or generateName is required");
        }
        else if (nameError(meta.Name) is { } problem)
        {
            errors.Invalid(s_metadata.Child("name"), meta.Name, problem);
        }

        if (info.Namespaced && string.IsNullOrEmpty(meta?.Namespace))
        {
            errors.Required(s_metadata.Child("namespace"));
        }
    }

    public static void CheckUpdate(IKubeObject obj, IKubeObject old, ResourceInfo info, Func<string, string?> nameError, FieldErrors errors)
    {
        Check(obj, info, nameError, errors);
        if (obj.Metadata?.Uid != old.Metadata?.Uid)
        {
            errors.Immutable(s_metadata.Child("uid"), obj.Metadata?.Uid);
        }
    }
}
