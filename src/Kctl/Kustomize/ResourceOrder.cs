using Kctl.Api;

namespace Kctl.Kustomize;

/// <summary>The order in which objects are best created: what others need comes first. Pure.</summary>
internal static class ResourceOrder
{
    private static readonly string[] s_first =
    [
        "Namespace", "ResourceQuota", "StorageClass", "CustomResourceDefinition", "ServiceAccount", "PodSecurityPolicy", "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "ConfigMap", "Secret",
        "Endpoints", "Service", "LimitRange", "PriorityClass", "PersistentVolume", "PersistentVolumeClaim", "Deployment", "StatefulSet", "CronJob", "PodDisruptionBudget",
    ];

    private static readonly string[] s_last = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

    public static IEnumerable<Resource> Sort(IEnumerable<Resource> resources) => resources
        .OrderBy(r => Rank(r.Kind))
        .ThenBy(r => $"{r.ApiVersion}/{r.Kind}", StringComparer.Ordinal)
        .ThenBy(r => $"{r.Object.Namespace()}/{r.Name}", StringComparer.Ordinal);

    private static int Rank(string kind) => Array.IndexOf(s_first, kind) is >= 0 and var first ? first
        : Array.IndexOf(s_last, kind) is >= 0 and var last ? s_first.Length + 1 + last
        : s_first.Length;
}
