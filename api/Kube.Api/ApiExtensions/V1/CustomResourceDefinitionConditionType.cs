namespace Kube.Api.ApiExtensions.V1;

/// <summary>Facts that definitions report.</summary>
public static class CustomResourceDefinitionConditionType
{
    /// <summary>The kind is served.</summary>
    public const string Established = "Established";

    /// <summary>The names are free, or were this definition's before.</summary>
    public const string NamesAccepted = "NamesAccepted";

    /// <summary>A schema is not structural.</summary>
    public const string NonStructuralSchema = "NonStructuralSchema";

    /// <summary>The definition is deleted; its objects go first.</summary>
    public const string Terminating = "Terminating";

    /// <summary>A group of kubernetes.io carries the approval it needs.</summary>
    public const string KubernetesAPIApprovalPolicyConformant = "KubernetesAPIApprovalPolicyConformant";

    /// <summary>Stored objects are being rewritten in the stored version.</summary>
    public const string StorageMigrating = "StorageMigrating";
}
