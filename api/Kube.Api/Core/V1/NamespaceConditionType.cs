namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NamespaceConditionType</c>; on the wire it is a string.</summary>
public static class NamespaceConditionType
{
    /// <summary>The kinds to delete could not be found out.</summary>
    public const string NamespaceDeletionDiscoveryFailure = "NamespaceDeletionDiscoveryFailure";
    /// <summary>Some objects could not be deleted.</summary>
    public const string NamespaceDeletionContentFailure = "NamespaceDeletionContentFailure";
    /// <summary>Some kinds could not be understood.</summary>
    public const string NamespaceDeletionGroupVersionParsingFailure = "NamespaceDeletionGroupVersionParsingFailure";
    /// <summary>Some objects are still there.</summary>
    public const string NamespaceContentRemaining = "NamespaceContentRemaining";
    /// <summary>Some objects wait for their finalizers.</summary>
    public const string NamespaceFinalizersRemaining = "NamespaceFinalizersRemaining";
}
