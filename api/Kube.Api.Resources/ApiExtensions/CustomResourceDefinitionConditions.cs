using Kube.Api.ApiExtensions.V1;
using Kube.Api.Meta.V1;

namespace Kube.Api.Resources.ApiExtensions;

/// <summary>The conditions of a definition.</summary>
public static class CustomResourceDefinitionConditions
{
    /// <summary>The finalizer that keeps a deleted definition until its objects are gone.</summary>
    public const string CleanupFinalizer = "customresourcecleanup.apiextensions.k8s.io";

    /// <summary>True when the condition is there and True.</summary>
    public static bool IsTrue(this CustomResourceDefinition definition, string type) =>
        definition.Status?.Conditions?.Find(c => c.Type == type)?.Status == ConditionStatus.True;

    /// <summary>Sets a condition; its time changes only with its status. True when that changed anything.</summary>
    public static bool SetCondition(this CustomResourceDefinition definition, string type, string status, string reason, string message, DateTime? now)
    {
        definition.Status ??= new CustomResourceDefinitionStatus();
        var conditions = definition.Status.Conditions ??= [];
        var known = conditions.Find(c => c.Type == type);
        if (known is null)
        {
            conditions.Add(known = new CustomResourceDefinitionCondition { Type = type });
        }
        else if (known.Status == status && known.Reason == reason && known.Message == message)
        {
            return false;
        }

        known.LastTransitionTime = known.Status == status ? known.LastTransitionTime : now;
        (known.Status, known.Reason, known.Message) = (status, reason, message);
        return true;
    }

    /// <summary>Shows that a definition is on its way out; true the first time.</summary>
    internal static bool BeginDeletion(CustomResourceDefinition definition)
    {
        if (definition.IsTrue(CustomResourceDefinitionConditionType.Terminating))
        {
            return false;
        }

        var finalizers = definition.Metadata!.Finalizers ??= [];
        if (!finalizers.Contains(CleanupFinalizer))
        {
            finalizers.Add(CleanupFinalizer);
        }

        return definition.SetCondition(CustomResourceDefinitionConditionType.Terminating, ConditionStatus.True, "InstanceDeletionPending",
            "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon", definition.Metadata.DeletionTimestamp);
    }
}
