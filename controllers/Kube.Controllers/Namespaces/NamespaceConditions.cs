using Kube.Api.Core.V1;

namespace Kube.Controllers.Namespaces;

/// <summary>The conditions of a namespace that is going away. Pure.</summary>
internal static class NamespaceConditions
{
    /// <summary>All five, one that did not change keeps its time.</summary>
    public static List<NamespaceCondition> Of(NamespaceContent content, IReadOnlyCollection<NamespaceCondition>? before, DateTime now)
    {
        var remaining = string.Join(", ", content.Remaining.Select(kind => $"{kind.Key} has {kind.Value} resource instances"));
        var finalizers = string.Join(", ", content.Finalizers.Select(finalizer => $"{finalizer.Key} in {finalizer.Value} resource instances"));
        NamespaceCondition[] conditions =
        [
            Condition(NamespaceConditionType.NamespaceDeletionDiscoveryFailure, content.DiscoveryFailure is not null,
                ("DiscoveryFailed", $"Discovery failed for some groups, {content.DiscoveryFailure}"), ("ResourcesDiscovered", "All resources successfully discovered")),
            Condition(NamespaceConditionType.NamespaceDeletionGroupVersionParsingFailure, false,
                ("GroupVersionParsingFailed", string.Empty), ("ParsedGroupVersions", "All legacy kube types successfully parsed")),
            Condition(NamespaceConditionType.NamespaceDeletionContentFailure, content.Failures.Count > 0,
                ("ContentDeletionFailed", $"Failed to delete all resource types, {content.Failures.Count} remaining: {string.Join(", ", content.Failures)}"),
                ("ContentDeleted", "All content successfully deleted, may be waiting on finalization")),
            Condition(NamespaceConditionType.NamespaceContentRemaining, content.Remaining.Count > 0,
                ("SomeResourcesRemain", $"Some resources are remaining: {remaining}"), ("ContentRemoved", "All content successfully removed")),
            Condition(NamespaceConditionType.NamespaceFinalizersRemaining, content.Finalizers.Count > 0,
                ("SomeFinalizersRemain", $"Some content in the namespace has finalizers remaining: {finalizers}"),
                ("ContentHasNoFinalizers", "All content-preserving finalizers finished")),
        ];
        foreach (var condition in conditions)
        {
            var same = before?.FirstOrDefault(old => old.Type == condition.Type && old.Status == condition.Status);
            condition.LastTransitionTime = same?.LastTransitionTime ?? now;
        }

        return [.. conditions];
    }

    private static NamespaceCondition Condition(string type, bool holds, (string Reason, string Message) bad, (string Reason, string Message) good) => new()
    {
        Type = type,
        Status = holds ? ConditionStatus.True : ConditionStatus.False,
        Reason = holds ? bad.Reason : good.Reason,
        Message = holds ? bad.Message : good.Message,
    };
}
