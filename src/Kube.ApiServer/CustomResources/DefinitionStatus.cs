using Kube.Api;
using Kube.Api.ApiExtensions.V1;

namespace Kube.ApiServer.CustomResources;

/// <summary>The status of a definition: what the server made of it, in Kubernetes' conditions. Pure.</summary>
internal static class DefinitionStatus
{
    public const string CleanupFinalizer = "customresourcecleanup.apiextensions.k8s.io";
    private const string True = "True";
    private const string False = "False";

    /// <summary>Whether a condition is true.</summary>
    public static bool Is(CustomResourceDefinition definition, string condition) => definition.Status?.Conditions?.Exists(c => c.Type == condition && c.Status == True) == true;

    /// <summary>The status that follows from a plan.</summary>
    /// <param name="definition">The definition as it is.</param>
    /// <param name="names">The names it gets.</param>
    /// <param name="isServed">Whether its kind is served.</param>
    /// <param name="faults">Why it cannot be served; null when it can.</param>
    /// <param name="now">The time of conditions that change.</param>
    public static CustomResourceDefinitionStatus Next(CustomResourceDefinition definition, NamesVerdict names, bool isServed, string? faults, DateTime now)
    {
        var status = definition.Status?.Clone() ?? new CustomResourceDefinitionStatus();
        status.Conditions ??= [];
        status.AcceptedNames = names.Accepted.Clone();
        status.StoredVersions ??= [];
        if (definition.Spec?.Versions?.Find(v => v.Storage == true)?.Name is { } storage && !status.StoredVersions.Contains(storage))
        {
            status.StoredVersions.Add(storage);
        }

        Set(status, CustomResourceDefinitionConditionType.NamesAccepted, names.IsAccepted ? True : False, names.Reason ?? "NoConflicts", names.Message ?? "no conflicts found", now);
        if (!Is(definition, CustomResourceDefinitionConditionType.Established))
        {
            Establish(status, names, isServed, now);
        }

        if (faults is not null)
        {
            Set(status, CustomResourceDefinitionConditionType.NonStructuralSchema, True, "Violations", faults, now);
        }
        else
        {
            status.Conditions.RemoveAll(c => c.Type == CustomResourceDefinitionConditionType.NonStructuralSchema);
        }

        if (definition.Metadata?.DeletionTimestamp is not null)
        {
            Set(status, CustomResourceDefinitionConditionType.Terminating, True, "InstanceDeletionInProgress", "CustomResource deletion is in progress", now);
        }

        return status;
    }

    private static void Establish(CustomResourceDefinitionStatus status, NamesVerdict names, bool isServed, DateTime now)
    {
        const string Accepted = "the initial names have been accepted";
        if (!names.IsAccepted)
        {
            Set(status, CustomResourceDefinitionConditionType.Established, False, "NotAccepted", "not all names are accepted", now);
        }
        else
        {
            Set(status, CustomResourceDefinitionConditionType.Established, isServed ? True : False, isServed ? "InitialNamesAccepted" : "Installing", Accepted, now);
        }
    }

    private static void Set(CustomResourceDefinitionStatus status, string type, string value, string reason, string message, DateTime now)
    {
        var condition = status.Conditions!.Find(c => c.Type == type);
        if (condition is null)
        {
            status.Conditions.Add(condition = new CustomResourceDefinitionCondition { Type = type });
        }

        condition.LastTransitionTime = condition.Status == value ? condition.LastTransitionTime : now;
        (condition.Status, condition.Reason, condition.Message) = (value, reason, message);
    }
}
