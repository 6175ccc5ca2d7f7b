using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of the security settings of pods and containers.</summary>
internal static class SecurityContextValidation
{
    private const string IdText = "must be between 0 and 2147483647, inclusive";

    public static void Check(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec is { ShareProcessNamespace: true, HostPID: true })
        {
            errors.Invalid(path.Child("shareProcessNamespace"), true, "ShareProcessNamespace and HostPID cannot both be enabled");
        }

        if (spec.SecurityContext is not { } context)
        {
            return;
        }

        var at = path.Child("securityContext");
        CheckId(context.RunAsUser, at.Child("runAsUser"), errors);
        CheckId(context.RunAsGroup, at.Child("runAsGroup"), errors);
        CheckId(context.FsGroup, at.Child("fsGroup"), errors);
        for (var i = 0; i < (context.SupplementalGroups?.Count ?? 0); i++)
        {
            CheckId(context.SupplementalGroups![i], at.Child("supplementalGroups").Index(i), errors);
        }

        FieldRules.AbsentOrOneOf(context.FsGroupChangePolicy, at.Child("fsGroupChangePolicy"), errors, PodFSGroupChangePolicy.OnRootMismatch, PodFSGroupChangePolicy.Always);
        FieldRules.AbsentOrOneOf(context.SupplementalGroupsPolicy, at.Child("supplementalGroupsPolicy"), errors, SupplementalGroupsPolicy.Merge, SupplementalGroupsPolicy.Strict);
        CheckSysctls(context.Sysctls ?? [], at.Child("sysctls"), errors);
        CheckSeccomp(context.SeccompProfile, at.Child("seccompProfile"), errors);
    }

    public static void Check(SecurityContext? context, FieldPath path, FieldErrors errors)
    {
        if (context is null)
        {
            return;
        }

        CheckId(context.RunAsUser, path.Child("runAsUser"), errors);
        CheckId(context.RunAsGroup, path.Child("runAsGroup"), errors);
        FieldRules.AbsentOrOneOf(context.ProcMount, path.Child("procMount"), errors, ProcMountType.Default, ProcMountType.Unmasked);
        CheckSeccomp(context.SeccompProfile, path.Child("seccompProfile"), errors);
        if (context.AllowPrivilegeEscalation != false)
        {
            return;
        }

        if (context.Privileged == true)
        {
            errors.Invalid(path, FieldRules.Shown(context), "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
        }

        if (context.Capabilities?.Add?.Contains("CAP_SYS_ADMIN") == true)
        {
            errors.Invalid(path, FieldRules.Shown(context), "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
        }
    }

    private static void CheckId(long? id, FieldPath path, FieldErrors errors)
    {
        if (id is < 0 or > int.MaxValue)
        {
            errors.Invalid(path, id, IdText);
        }
    }

    private static void CheckSysctls(List<Sysctl> sysctls, FieldPath path, FieldErrors errors)
    {
        var names = new HashSet<string>();
        for (var i = 0; i < sysctls.Count; i++)
        {
            var name = path.Index(i).Child("name");
            FieldRules.Required(sysctls[i].Name, name, errors);
            if (sysctls[i].Name is { Length: > 0 } given && !names.Add(given))
            {
                errors.Duplicate(name, given);
            }
        }
    }

    private static void CheckSeccomp(SeccompProfile? profile, FieldPath path, FieldErrors errors)
    {
        if (profile is null)
        {
            return;
        }

        FieldRules.OneOf(profile.Type, path.Child("type"), errors, SeccompProfileType.Localhost, SeccompProfileType.RuntimeDefault, SeccompProfileType.Unconfined);
        if (profile.Type == SeccompProfileType.Localhost)
        {
            FieldRules.Required(profile.LocalhostProfile, path.Child("localhostProfile"), errors, "must be set when seccomp type is Localhost");
        }
        else if (profile.LocalhostProfile is not null)
        {
            errors.Invalid(path.Child("localhostProfile"), profile.LocalhostProfile, "can only be set when seccomp type is Localhost");
        }
    }
}
