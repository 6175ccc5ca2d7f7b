using Kube.Api.Rbac.V1;
using Kube.ApiServer.Authentication;
using Kube.Machinery.Selectors;

namespace Kube.ApiServer.Authorization.Rbac;

/// <summary>All roles and bindings of a cluster at one moment, arranged for the question who has which rules. Immutable.</summary>
internal sealed class RbacPolicy
{
    private const string ServiceAccountPrefix = "system:serviceaccount:";
    private readonly Dictionary<string, ClusterRole> _clusterRoles;
    private readonly Dictionary<(string Namespace, string Name), Role> _roles;
    private readonly Dictionary<(string Namespace, string Subject), List<Grant>> _grants = [];
    private readonly Dictionary<string, IReadOnlyList<PolicyRule>> _aggregated = [];

    public RbacPolicy(IEnumerable<ClusterRole> clusterRoles, IEnumerable<Role> roles, IEnumerable<ClusterRoleBinding> clusterBindings, IEnumerable<RoleBinding> bindings)
    {
        _clusterRoles = clusterRoles.ToDictionary(r => r.Metadata!.Name!);
        _roles = roles.ToDictionary(r => (r.Metadata!.Namespace!, r.Metadata.Name!));
        foreach (var role in _clusterRoles.Values.Where(r => r.AggregationRule is not null))
        {
            _aggregated[role.Metadata!.Name!] = Collect(role, []);
        }

        foreach (var binding in clusterBindings)
        {
            Add("", $"ClusterRoleBinding \"{binding.Metadata!.Name}\"", binding.RoleRef, binding.Subjects);
        }

        foreach (var binding in bindings)
        {
            Add(binding.Metadata!.Namespace!, $"RoleBinding \"{binding.Metadata.Name}/{binding.Metadata.Namespace}\"", binding.RoleRef, binding.Subjects);
        }
    }

    /// <summary>What a user has been given for the whole cluster and then, with a namespace, what for that namespace.</summary>
    public IEnumerable<Grant> GrantsOf(UserInfo user, string ns) => ns.Length == 0 ? GrantsIn(user, "") : GrantsIn(user, "").Concat(GrantsIn(user, ns));

    /// <summary>The rules of a role that is given in a namespace; null when there is no such role.</summary>
    public IReadOnlyList<PolicyRule>? RulesOf(RoleRef role, string ns) => role.Kind == RoleKind.ClusterRole
        ? _aggregated.GetValueOrDefault(role.Name ?? "") ?? RulesOrNone(_clusterRoles.GetValueOrDefault(role.Name ?? ""))
        : _roles.TryGetValue((ns, role.Name ?? ""), out var found) ? found.Rules ?? [] : null;

    private static IReadOnlyList<PolicyRule>? RulesOrNone(ClusterRole? role) => role is null ? null : role.Rules ?? [];

    private IEnumerable<Grant> GrantsIn(UserInfo user, string ns) =>
        user.Groups.Select(g => "g:" + g).Prepend("u:" + user.Name).SelectMany(subject => _grants.GetValueOrDefault((ns, subject)) ?? []);

    private void Add(string ns, string binding, RoleRef? role, List<Subject>? subjects)
    {
        foreach (var subject in subjects ?? [])
        {
            if (role is not null && KeyOf(subject, ns) is var (key, shown))
            {
                if (!_grants.TryGetValue((ns, key), out var grants))
                {
                    _grants[(ns, key)] = grants = [];
                }

                grants.Add(new Grant(binding, shown, role, ns));
            }
        }
    }

    /// <summary>A service account is the user it authenticates as; without a namespace it is of the binding's.</summary>
    private static (string Key, string Shown)? KeyOf(Subject subject, string bindingNamespace)
    {
        var ns = string.IsNullOrEmpty(subject.Namespace) ? bindingNamespace : subject.Namespace;
        return subject.Kind switch
        {
            SubjectKind.User => ($"u:{subject.Name}", $"User \"{subject.Name}\""),
            SubjectKind.Group => ($"g:{subject.Name}", $"Group \"{subject.Name}\""),
            SubjectKind.ServiceAccount when ns.Length > 0 => ($"u:{ServiceAccountPrefix}{ns}:{subject.Name}", $"ServiceAccount \"{subject.Name}/{ns}\""),
            _ => null,
        };
    }

    /// <summary>The rules of every role that an aggregated one selects by label, and of those that these select in turn.</summary>
    private List<PolicyRule> Collect(ClusterRole role, HashSet<string> seen)
    {
        if (!seen.Add(role.Metadata!.Name!))
        {
            return [];
        }

        if (role.AggregationRule is not { } aggregation)
        {
            return role.Rules ?? [];
        }

        var selectors = (aggregation.ClusterRoleSelectors ?? []).Select(Selector.From).ToList();
        return [.. _clusterRoles.Values
            .Where(r => selectors.Exists(s => s.Matches(r.Metadata!.Labels)))
            .OrderBy(r => r.Metadata!.Name, StringComparer.Ordinal)
            .SelectMany(r => Collect(r, seen))];
    }
}
