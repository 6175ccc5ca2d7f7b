using Kube.Api.Coordination.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Coordination;

/// <summary>The rules of a Lease.</summary>
internal static class LeaseValidation
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(Lease lease, FieldErrors errors)
    {
        if (lease.Spec?.LeaseDurationSeconds <= 0)
        {
            errors.Invalid(s_spec.Child("leaseDurationSeconds"), lease.Spec.LeaseDurationSeconds, "must be greater than 0");
        }

        if (lease.Spec?.LeaseTransitions < 0)
        {
            errors.Invalid(s_spec.Child("leaseTransitions"), lease.Spec.LeaseTransitions, "must be greater than or equal to 0");
        }

        if (lease.Spec?.Strategy is { Length: > 0 } strategy && strategy != CoordinatedLeaseStrategy.OldestEmulationVersion)
        {
            errors.NotSupported(s_spec.Child("strategy"), strategy, CoordinatedLeaseStrategy.OldestEmulationVersion);
        }

        if (!string.IsNullOrEmpty(lease.Spec?.PreferredHolder) && string.IsNullOrEmpty(lease.Spec.Strategy))
        {
            errors.Forbidden(s_spec.Child("preferredHolder"), "may only be specified when `strategy` is defined");
        }
    }
}
