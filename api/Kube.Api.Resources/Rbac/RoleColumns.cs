using Kube.Api.Rbac.V1;

namespace Kube.Api.Resources.Rbac;

/// <summary>The columns that the kinds of RBAC share.</summary>
internal static class RoleColumns
{
    /// <summary>When the object was made: roles show no age.</summary>
    public static string? CreatedAt(IKubeObject obj) => obj.Metadata?.CreationTimestamp?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a binding gives, as kind and name.</summary>
    public static string Role(RoleRef? role) => $"{role?.Kind}/{role?.Name}";

    /// <summary>The names of a binding's subjects of one kind.</summary>
    public static string Names(List<Subject>? subjects, string kind) => string.Join(", ", (subjects ?? []).Where(s => s.Kind == kind).Select(s => s.Name));

    /// <summary>A binding's service accounts, with their namespaces.</summary>
    public static string ServiceAccounts(List<Subject>? subjects) =>
        string.Join(", ", (subjects ?? []).Where(s => s.Kind == SubjectKind.ServiceAccount).Select(s => $"{s.Namespace}/{s.Name}"));
}
