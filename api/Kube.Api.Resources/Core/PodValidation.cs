using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a pod: those of its spec, and what an update may still change.</summary>
internal static class PodValidation
{
    private const string Updatable = "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,"
        + "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
        + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n";

    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(Pod pod, FieldErrors errors) => PodSpecValidation.Check(pod.Spec ?? new PodSpec(), s_spec, errors);

    public static void CheckCreate(Pod pod, FieldErrors errors)
    {
        if (pod.Spec?.EphemeralContainers is { Count: > 0 })
        {
            errors.Forbidden(s_spec.Child("ephemeralContainers"), "cannot be set on create");
        }
    }

    public static void CheckUpdate(Pod pod, Pod old, FieldErrors errors)
    {
        var (spec, before) = (pod.Spec ?? new PodSpec(), old.Spec ?? new PodSpec());
        if (SameCount(spec.Containers, before.Containers, "containers", errors) & SameCount(spec.InitContainers, before.InitContainers, "initContainers", errors))
        {
            CheckDeadline(spec.ActiveDeadlineSeconds, before.ActiveDeadlineSeconds, errors);
            CheckTolerations(spec.Tolerations ?? [], before.Tolerations ?? [], errors);
            CheckRest(spec, before, errors);
        }
    }

    private static bool SameCount(List<Container>? containers, List<Container>? before, string field, FieldErrors errors)
    {
        if ((containers?.Count ?? 0) == (before?.Count ?? 0))
        {
            return true;
        }

        errors.Forbidden(s_spec.Child(field), "pod updates may not add or remove containers");
        return false;
    }

    private static void CheckDeadline(long? seconds, long? before, FieldErrors errors)
    {
        var path = s_spec.Child("activeDeadlineSeconds");
        if (seconds is null && before is not null)
        {
            errors.Invalid(path, null, "must not update from a positive integer to nil value");
        }
        else if (seconds > before)
        {
            errors.Invalid(path, seconds, "must be less than or equal to previous value");
        }
    }

    /// <summary>Tolerations may be added; those there already stay as they are but for their seconds.</summary>
    private static void CheckTolerations(List<Toleration> tolerations, List<Toleration> before, FieldErrors errors)
    {
        foreach (var kept in before)
        {
            var still = tolerations.Any(t => t.Key == kept.Key && t.Operator == kept.Operator && t.Value == kept.Value && t.Effect == kept.Effect);
            if (!still)
            {
                errors.Forbidden(s_spec.Child("tolerations"), "existing toleration can not be modified except its tolerationSeconds");
            }
        }
    }

    /// <summary>Makes a copy in which everything that may change is as before, and compares what is left.</summary>
    private static void CheckRest(PodSpec spec, PodSpec before, FieldErrors errors)
    {
        if (Wire.Same(spec, before))
        {
            return;
        }

        var rest = spec.Clone();
        for (var i = 0; i < (rest.Containers?.Count ?? 0); i++)
        {
            rest.Containers![i].Image = before.Containers![i].Image;
        }

        for (var i = 0; i < (rest.InitContainers?.Count ?? 0); i++)
        {
            rest.InitContainers![i].Image = before.InitContainers![i].Image;
        }

        rest.ActiveDeadlineSeconds = before.ActiveDeadlineSeconds;
        rest.Tolerations = before.Tolerations;
        if (before.TerminationGracePeriodSeconds < 0 && rest.TerminationGracePeriodSeconds == 1)
        {
            rest.TerminationGracePeriodSeconds = before.TerminationGracePeriodSeconds;
        }

        if (before.SchedulingGates is { Count: > 0 } gates)
        {
            CheckGates(rest, gates, errors);
            rest.NodeSelector = before.NodeSelector;
            rest.Affinity = before.Affinity;
        }

        if (!Wire.Same(rest, before))
        {
            errors.Forbidden(s_spec, Updatable);
        }
    }

    /// <summary>Gates may go, never come; while one is there, node selector and node affinity may still be written.</summary>
    private static void CheckGates(PodSpec rest, List<PodSchedulingGate> before, FieldErrors errors)
    {
        var known = before.Select(g => g.Name).ToHashSet();
        foreach (var gate in (rest.SchedulingGates ?? []).Where(g => !known.Contains(g.Name)))
        {
            errors.Forbidden(s_spec.Child("schedulingGates").Index(0), $"only deletion is allowed, but found new scheduling gate '{gate.Name}'");
        }

        rest.SchedulingGates = before;
    }
}
