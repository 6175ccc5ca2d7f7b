using Kube.Api.Storage.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Storage;

/// <summary>The rules of a CSIDriver.</summary>
internal static class CSIDriverValidation
{
    private const long ShortestToken = 600;
    private const long LongestToken = 1L << 32;
    private const long ShortestPeriod = 10;

    public static void Check(CSIDriverSpec spec, FieldErrors errors)
    {
        var path = FieldPath.Of("spec");
        CheckGiven(spec.AttachRequired, path.Child("attachRequired"), errors);
        CheckGiven(spec.PodInfoOnMount, path.Child("podInfoOnMount"), errors);
        CheckGiven(spec.StorageCapacity, path.Child("storageCapacity"), errors);
        FieldRules.OneOf(spec.FsGroupPolicy, path.Child("fsGroupPolicy"), errors, FSGroupPolicy.ReadWriteOnceWithFSType, FSGroupPolicy.File, FSGroupPolicy.None);
        CheckTokens(spec.TokenRequests ?? [], path.Child("tokenRequests"), errors);
        foreach (var mode in spec.VolumeLifecycleModes ?? [])
        {
            FieldRules.OneOf(mode, path.Child("volumeLifecycleModes"), errors, VolumeLifecycleMode.Persistent, VolumeLifecycleMode.Ephemeral);
        }

        if (spec.NodeAllocatableUpdatePeriodSeconds < ShortestPeriod)
        {
            errors.Invalid(path.Child("nodeAllocatableUpdatePeriodSeconds"), spec.NodeAllocatableUpdatePeriodSeconds, $"must be greater than or equal to {ShortestPeriod} seconds");
        }

        if (spec is { ServiceAccountTokenInSecrets: not null, TokenRequests: null or { Count: 0 } })
        {
            errors.Invalid(path.Child("serviceAccountTokenInSecrets"), spec.ServiceAccountTokenInSecrets, "can only be set when tokenRequests is configured");
        }
    }

    /// <summary>What kubelets and the attach controller rely on while volumes are in use.</summary>
    public static void CheckUpdate(CSIDriver driver, CSIDriver old, FieldErrors errors)
    {
        if (driver.Spec?.AttachRequired != old.Spec?.AttachRequired)
        {
            errors.Immutable(FieldPath.Of("spec", "attachedRequired"), driver.Spec?.AttachRequired);
        }

        if (!Wire.Same(driver.Spec?.VolumeLifecycleModes, old.Spec?.VolumeLifecycleModes))
        {
            errors.Immutable(FieldPath.Of("spec", "volumeLifecycleModes"), FieldRules.Shown(driver.Spec?.VolumeLifecycleModes));
        }
    }

    private static void CheckGiven(bool? value, FieldPath path, FieldErrors errors)
    {
        if (value is null)
        {
            errors.Required(path);
        }
    }

    private static void CheckTokens(List<TokenRequest> requests, FieldPath path, FieldErrors errors)
    {
        var audiences = new HashSet<string>();
        for (var i = 0; i < requests.Count; i++)
        {
            var (request, at) = (requests[i], path.Index(i));
            if (!audiences.Add(request.Audience ?? ""))
            {
                errors.Duplicate(at.Child("audience"), request.Audience ?? "");
            }

            if (request.ExpirationSeconds < ShortestToken)
            {
                errors.Invalid(at.Child("expirationSeconds"), request.ExpirationSeconds, "may not specify a duration less than 10 minutes");
            }
            else if (request.ExpirationSeconds > LongestToken)
            {
                errors.Invalid(at.Child("expirationSeconds"), request.ExpirationSeconds, "may not specify a duration larger than 2^32 seconds");
            }
        }
    }
}
