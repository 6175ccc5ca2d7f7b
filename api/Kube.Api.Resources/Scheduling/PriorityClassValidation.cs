using Kube.Api.Core.V1;
using Kube.Api.Scheduling.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Scheduling;

/// <summary>The rules of a PriorityClass: what is most important is the system's.</summary>
internal static class PriorityClassValidation
{
    private const string SystemPrefix = "system-";
    private const int HighestForUsers = 1_000_000_000;
    private static readonly FieldPath s_policy = FieldPath.Of("preemptionPolicy");

    public static void Check(PriorityClass priority, FieldErrors errors)
    {
        var name = priority.Metadata?.Name ?? "";
        if (name.StartsWith(SystemPrefix, StringComparison.Ordinal))
        {
            if (SystemProblem(priority, name) is { } problem)
            {
                errors.Forbidden(FieldPath.Of("metadata", "name"), $"priority class names with '{SystemPrefix}' prefix are reserved for system use only. error: {problem}");
            }
        }
        else if (priority.Value > HighestForUsers)
        {
            errors.Forbidden(FieldPath.Of("value"), $"maximum allowed value of a user defined priority is {HighestForUsers}");
        }

        if (priority.PreemptionPolicy is { } policy)
        {
            FieldRules.OneOf(policy, s_policy, errors, PreemptionPolicy.PreemptLowerPriority, PreemptionPolicy.Never);
        }
    }

    public static void CheckUpdate(PriorityClass priority, PriorityClass old, FieldErrors errors)
    {
        if ((priority.Value ?? 0) != (old.Value ?? 0))
        {
            errors.Forbidden(FieldPath.Of("value"), "may not be changed in an update.");
        }

        if (priority.PreemptionPolicy != old.PreemptionPolicy)
        {
            errors.Immutable(s_policy, priority.PreemptionPolicy);
        }
    }

    private static string? SystemProblem(PriorityClass priority, string name)
    {
        if (SystemPriorityClasses.All.FirstOrDefault(c => c.Metadata!.Name == name) is not { } known)
        {
            return $"{name} is not a known system priority class";
        }

        return priority.Value != known.Value ? $"value of {name} PriorityClass must be {known.Value}"
            : priority.GlobalDefault == true ? $"globalDefault of {name} PriorityClass must be false" : null;
    }
}
