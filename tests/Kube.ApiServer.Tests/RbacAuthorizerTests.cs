using Kube.Api.Meta.V1;
using Kube.Api.Rbac.V1;
using Kube.ApiServer.Authentication;
using Kube.ApiServer.Authorization;
using Kube.ApiServer.Authorization.Rbac;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Tests;

/// <summary>Who may do what under given roles and bindings.</summary>
public sealed class RbacAuthorizerTests
{
    private static readonly Dictionary<string, PolicyRule> s_rules = new()
    {
        ["pods"] = Rule("get,list", "", "pods"),
        ["log"] = Rule("get", "", "pods/log"),
        ["scale"] = Rule("update", "*", "*/scale"),
        ["named"] = Rule("get", "", "configmaps", "one,two"),
        ["all"] = Rule("*", "*", "*"),
        ["apps"] = Rule("*", "apps", "*"),
        ["health"] = new() { Verbs = ["get"], NonResourceURLs = ["/healthz", "/metrics/*"] },
    };

    [Theory]
    [InlineData("pods", "get pods", true)]
    [InlineData("pods", "delete pods", false)]
    [InlineData("pods", "get services", false)]
    [InlineData("pods", "get pods.apps", false)]
    [InlineData("pods", "get pods/log", false)]
    [InlineData("log", "get pods/log", true)]
    [InlineData("log", "get pods", false)]
    [InlineData("scale", "update deployments.apps/scale", true)]
    [InlineData("scale", "update deployments.apps", false)]
    [InlineData("scale", "update deployments.apps/upscale", false)]
    [InlineData("named", "get configmaps one", true)]
    [InlineData("named", "get configmaps three", false)]
    [InlineData("named", "get configmaps", false)]
    [InlineData("all", "impersonate users", true)]
    [InlineData("all", "get pods/log", true)]
    [InlineData("all", "get /healthz", false)]
    [InlineData("apps", "watch deployments.apps/status", true)]
    [InlineData("apps", "watch pods", false)]
    [InlineData("health", "get /healthz", true)]
    [InlineData("health", "post /healthz", false)]
    [InlineData("health", "get /healthz/ping", false)]
    [InlineData("health", "get /metrics/cadvisor", true)]
    [InlineData("health", "get pods", false)]
    public async Task Rule_GivenForTheCluster_Allows(string rule, string asked, bool allowed)
    {
        var policy = new RbacPolicy([ClusterRole("r", s_rules[rule])], [], [ClusterBinding("b", "r", User("u"))], []);

        Assert.Equal(allowed, (await DecideAsync(policy, Asked("u", asked))).Allowed);
    }

    [Theory]
    [InlineData("User", "u", "", "u", "", true)]
    [InlineData("User", "u", "", "v", "", false)]
    [InlineData("Group", "g", "", "u", "f,g", true)]
    [InlineData("Group", "u", "", "u", "g", false)]
    [InlineData("ServiceAccount", "s", "n", "system:serviceaccount:n:s", "", true)]
    [InlineData("ServiceAccount", "s", "m", "system:serviceaccount:n:s", "", false)]
    [InlineData("ServiceAccount", "s", "", "system:serviceaccount:ns:s", "", true)]
    public async Task Subject_OfABinding_IsTheUser(string kind, string name, string ns, string user, string groups, bool allowed)
    {
        var binding = Binding("b", "ns", "ClusterRole", "r", new Subject { Kind = kind, Name = name, Namespace = ns });
        var policy = new RbacPolicy([ClusterRole("r", s_rules["pods"])], [], [], [binding]);
        var request = new AccessRequest(new UserInfo(user, null, groups.Split(',')), "get") { Resource = "pods", Namespace = "ns" };

        Assert.Equal(allowed, (await DecideAsync(policy, request)).Allowed);
    }

    [Theory]
    [InlineData("ns", "get pods", true)]
    [InlineData("other", "get pods", false)]
    [InlineData("", "get pods", false)]
    [InlineData("", "get /healthz", false)]
    public async Task RoleBinding_OfAClusterRole_ReachesItsNamespaceOnly(string ns, string asked, bool allowed)
    {
        var policy = new RbacPolicy([ClusterRole("r", s_rules["pods"], s_rules["health"])], [], [], [Binding("b", "ns", "ClusterRole", "r", User("u"))]);

        Assert.Equal(allowed, (await DecideAsync(policy, Asked("u", asked) with { Namespace = ns })).Allowed);
    }

    [Fact]
    public async Task Decision_HasAReason()
    {
        var role = new Role { Metadata = new ObjectMeta { Name = "r", Namespace = "ns" }, Rules = [s_rules["pods"]] };
        var policy = new RbacPolicy([], [role], [ClusterBinding("gone", "nowhere", User("u"))], [Binding("b", "ns", "Role", "r", User("u"))]);

        Assert.Equal(
            new Decision(true, "RBAC: allowed by RoleBinding \"b/ns\" of Role \"r\" to User \"u\""), await DecideAsync(policy, Asked("u", "get pods") with { Namespace = "ns" }));
        Assert.Equal(
            new Decision(false, "RBAC: clusterrole.rbac.authorization.k8s.io \"nowhere\" not found"), await DecideAsync(policy, Asked("u", "delete pods") with { Namespace = "ns" }));
        Assert.Equal(new Decision(false), await DecideAsync(policy, Asked("nobody", "get pods")));
    }

    [Fact]
    public async Task Masters_MayDoEverything_UnderNoRoles()
    {
        var (policy, master) = (new RbacPolicy([], [], [], []), new UserInfo("m", null, ["system:masters"]));

        Assert.Equal(new Decision(true), await DecideAsync(policy, new AccessRequest(master, "delete") { Resource = "nodes" }));
        Assert.Equal(2, (await Authorizer(policy).RulesForAsync(master, "ns", default)).Rules.Count);
    }

    [Fact]
    public async Task Aggregated_ClusterRole_HasTheRulesOfThoseItSelects()
    {
        var (inner, outer) = (Aggregated("inner", "to-inner"), Aggregated("outer", "to-outer"));
        inner.Metadata!.Labels = new() { ["to-outer"] = "true" };
        var (pods, log) = (ClusterRole("pods", s_rules["pods"]), ClusterRole("log", s_rules["log"]));
        (pods.Metadata!.Labels, log.Metadata!.Labels) = (new() { ["to-inner"] = "true" }, new() { ["to-outer"] = "true" });
        outer.Metadata!.Labels = new() { ["to-inner"] = "true" }; // A ring ends.
        var policy = new RbacPolicy([inner, outer, pods, log], [], [ClusterBinding("b", "outer", User("u"))], []);

        Assert.True((await DecideAsync(policy, Asked("u", "get pods"))).Allowed);
        Assert.True((await DecideAsync(policy, Asked("u", "get pods/log"))).Allowed);
        Assert.False((await DecideAsync(policy, Asked("u", "get services"))).Allowed);
    }

    [Fact]
    public async Task Rules_OfAUser_AreThoseOfTheClusterAndOfTheNamespace()
    {
        var policy = new RbacPolicy(
            [ClusterRole("c", s_rules["health"]), ClusterRole("n", s_rules["pods"], s_rules["health"])],
            [],
            [ClusterBinding("b", "c", User("u")), ClusterBinding("gone", "nowhere", User("u"))],
            [Binding("b", "ns", "ClusterRole", "n", User("u")), Binding("b", "other", "ClusterRole", "n", User("u"))]);

        var rules = await Authorizer(policy).RulesForAsync(new UserInfo("u", null, []), "ns", default);

        Assert.Equal([s_rules["health"], s_rules["pods"]], rules.Rules);
        Assert.Equal("clusterrole.rbac.authorization.k8s.io \"nowhere\" not found", rules.Problem);
    }

    [Theory]
    [InlineData("pods", "get", "", "pods", "", true)]
    [InlineData("pods", "get", "", "pods", "a", true)]
    [InlineData("pods", "get,watch", "", "pods", "", false)]
    [InlineData("pods", "*", "", "pods", "", false)]
    [InlineData("named", "get", "", "configmaps", "one,two", true)]
    [InlineData("named", "get", "", "configmaps", "one,three", false)]
    [InlineData("named", "get", "", "configmaps", "", false)]
    [InlineData("scale", "update", "apps", "deployments/scale", "", true)]
    [InlineData("scale", "update", "apps", "*/scale", "", true)]
    [InlineData("apps", "*", "apps", "*", "", true)]
    [InlineData("apps", "*", "*", "*", "", false)]
    [InlineData("all", "x", "y", "z/a", "", true)]
    public void Cover_OfHeldRules_IsAllTheyAllow(string held, string verbs, string group, string resources, string names, bool covered) =>
        Assert.Equal(covered, RuleCover.Missing([s_rules[held]], [Rule(verbs, group, resources, names)]).Count == 0);

    [Theory]
    [InlineData("/api/v1/namespaces/x", "", "x", "x")]
    [InlineData("/api/v1/namespaces/x/pods", "", "x", "")]
    [InlineData("/api/v1/namespaces/x/pods", "metadata.name=p", "x", "p")]
    [InlineData("/api/v1/pods", "metadata.name!=p", "", "")]
    [InlineData("/api/v1/pods", "metadata.name=p=q!", "", "")]
    public void AccessRequest_OfARequest_HasItsNamespaceAndName(string path, string selector, string ns, string name)
    {
        var request = AccessRequest.Of(UserInfo.Server, RequestParser.Parse("GET", path, _ => null), selector);

        Assert.Equal((ns, name), (request.Namespace, request.Name));
    }

    private static RbacAuthorizer Authorizer(RbacPolicy policy) => new(_ => new(policy));

    private static async Task<Decision> DecideAsync(RbacPolicy policy, AccessRequest request) => await Authorizer(policy).AuthorizeAsync(request, default);

    /// <summary><c>verb resource[.group][/subresource] [name]</c>, or <c>verb /path</c>.</summary>
    private static AccessRequest Asked(string user, string text)
    {
        var words = text.Split(' ');
        var request = new AccessRequest(new UserInfo(user, null, []), words[0]);
        if (words[1].StartsWith('/'))
        {
            return request with { Path = words[1] };
        }

        var parts = words[1].Split('/');
        var names = parts[0].Split('.', 2);
        return request with { Resource = names[0], Group = names.ElementAtOrDefault(1) ?? "", Subresource = parts.ElementAtOrDefault(1) ?? "", Name = words.ElementAtOrDefault(2) ?? "" };
    }

    private static PolicyRule Rule(string verbs, string group, string resources, string names = "") => new()
    {
        Verbs = [.. verbs.Split(',')],
        ApiGroups = [group],
        Resources = [.. resources.Split(',')],
        ResourceNames = names.Length == 0 ? null : [.. names.Split(',')],
    };

    private static ClusterRole ClusterRole(string name, params List<PolicyRule> rules) => new() { Metadata = new ObjectMeta { Name = name }, Rules = rules };

    private static ClusterRole Aggregated(string name, string label) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        AggregationRule = new AggregationRule { ClusterRoleSelectors = [new LabelSelector { MatchLabels = new() { [label] = "true" } }] },
    };

    private static Subject User(string name) => new() { Kind = "User", Name = name };

    private static ClusterRoleBinding ClusterBinding(string name, string role, Subject subject) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        RoleRef = new RoleRef { Kind = "ClusterRole", Name = role },
        Subjects = [subject],
    };

    private static RoleBinding Binding(string name, string ns, string kind, string role, Subject subject) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = ns },
        RoleRef = new RoleRef { Kind = kind, Name = role },
        Subjects = [subject],
    };
}
