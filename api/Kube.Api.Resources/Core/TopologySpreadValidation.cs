using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of topology spread constraints.</summary>
internal static class TopologySpreadValidation
{
    public static void Check(List<TopologySpreadConstraint> constraints, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<(string?, string?)>();
        for (var i = 0; i < constraints.Count; i++)
        {
            Check(constraints[i], path.Index(i), errors);
            if (!seen.Add((constraints[i].TopologyKey, constraints[i].WhenUnsatisfiable)))
            {
                errors.Duplicate(path.Index(i).Child("{topologyKey, whenUnsatisfiable}"), $"{{{constraints[i].TopologyKey}, {constraints[i].WhenUnsatisfiable}}}");
            }
        }
    }

    private static void Check(TopologySpreadConstraint constraint, FieldPath path, FieldErrors errors)
    {
        if (constraint.MaxSkew is null or <= 0)
        {
            errors.Invalid(path.Child("maxSkew"), constraint.MaxSkew ?? 0, "must be greater than zero");
        }

        if (string.IsNullOrEmpty(constraint.TopologyKey))
        {
            errors.Required(path.Child("topologyKey"), "can not be empty");
        }
        else
        {
            FieldRules.QualifiedName(constraint.TopologyKey, path.Child("topologyKey"), errors);
        }

        if (constraint.WhenUnsatisfiable is not (UnsatisfiableConstraintAction.DoNotSchedule or UnsatisfiableConstraintAction.ScheduleAnyway))
        {
            errors.NotSupported(path.Child("whenUnsatisfiable"), constraint.WhenUnsatisfiable ?? "",
                UnsatisfiableConstraintAction.DoNotSchedule, UnsatisfiableConstraintAction.ScheduleAnyway);
        }

        CheckMinDomains(constraint, path.Child("minDomains"), errors);
        FieldRules.AbsentOrOneOf(constraint.NodeAffinityPolicy, path.Child("nodeAffinityPolicy"), errors, NodeInclusionPolicy.Ignore, NodeInclusionPolicy.Honor);
        FieldRules.AbsentOrOneOf(constraint.NodeTaintsPolicy, path.Child("nodeTaintsPolicy"), errors, NodeInclusionPolicy.Ignore, NodeInclusionPolicy.Honor);
        LabelSelectorValidation.Check(constraint.LabelSelector, path.Child("labelSelector"), errors);
    }

    private static void CheckMinDomains(TopologySpreadConstraint constraint, FieldPath path, FieldErrors errors)
    {
        if (constraint.MinDomains is not { } minimum)
        {
            return;
        }

        if (minimum <= 0)
        {
            errors.Invalid(path, minimum, "must be greater than zero");
        }

        if (constraint.WhenUnsatisfiable != UnsatisfiableConstraintAction.DoNotSchedule)
        {
            errors.Invalid(path, minimum, $"can only use minDomains if whenUnsatisfiable=DoNotSchedule, not {constraint.WhenUnsatisfiable}");
        }
    }
}
