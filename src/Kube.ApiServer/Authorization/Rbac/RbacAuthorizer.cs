using Kube.Api.Rbac.V1;
using Kube.ApiServer.Authentication;

namespace Kube.ApiServer.Authorization.Rbac;

/// <summary>
/// Role based access control: a request is allowed when a binding gives the user, one of their groups, or the service account they are, a role with a
/// rule about it. Nothing forbids. The group <c>system:masters</c> may do everything, whatever the roles say.
/// </summary>
internal sealed class RbacAuthorizer(Func<CancellationToken, ValueTask<RbacPolicy>> policy) : IAuthorizer
{
    private static readonly PolicyRule[] s_everything =
    [
        new() { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"] },
        new() { Verbs = ["*"], NonResourceURLs = ["*"] },
    ];

    public async ValueTask<Decision> AuthorizeAsync(AccessRequest request, CancellationToken cancel) =>
        request.User.IsMaster ? new Decision(true) : Decide(await policy(cancel), request);

    public async ValueTask<UserRules> RulesForAsync(UserInfo user, string ns, CancellationToken cancel)
    {
        var (now, rules, problems) = (await policy(cancel), new List<PolicyRule>(), new List<string>());
        if (user.IsMaster)
        {
            rules.AddRange(s_everything);
        }

        foreach (var grant in now.GrantsOf(user, ns))
        {
            if (now.RulesOf(grant.Role, grant.Namespace) is { } found)
            {
                rules.AddRange(grant.Namespace.Length == 0 ? found : found.Where(r => r.NonResourceURLs is not { Count: > 0 }));
            }
            else
            {
                problems.Add(Missing(grant.Role));
            }
        }

        return new UserRules(rules, problems.Count == 0 ? null : Joined(problems));
    }

    private static Decision Decide(RbacPolicy now, AccessRequest request)
    {
        var problems = new List<string>();
        foreach (var grant in now.GrantsOf(request.User, request.Path is null ? request.Namespace : ""))
        {
            if (now.RulesOf(grant.Role, grant.Namespace) is not { } rules)
            {
                problems.Add(Missing(grant.Role));
            }
            else if (rules.Any(r => RuleMatch.Allows(r, request)))
            {
                return new Decision(true, grant.Reason);
            }
        }

        return new Decision(false, problems.Count == 0 ? "" : $"RBAC: {Joined(problems)}");
    }

    private static string Missing(RoleRef role) => $"{role.Kind?.ToLowerInvariant()}.{ClusterRole.Info.Group} \"{role.Name}\" not found";

    private static string Joined(List<string> problems) => problems.Distinct().ToList() is { Count: > 1 } several ? $"[{string.Join(", ", several)}]" : problems[0];
}
