using Kube.Api.Meta.V1;
using Kube.Api.Rbac.V1;
using Kube.ApiServer.Authentication;

namespace Kube.ApiServer.Startup;

/// <summary>The roles and bindings that people find in every cluster. Made at start where they are absent, so that whoever changed one keeps the change.</summary>
internal static class RbacDefaults
{
    private const string ToAdmin = "admin";
    private const string ToEdit = "edit";
    private const string ToView = "view";
    private const string AggregatePrefix = "rbac.authorization.k8s.io/aggregate-to-";
    private const string Read = "get,list,watch";
    private const string Write = "create,delete,deletecollection,patch,update";
    private const string Core = "";
    private const string Workloads = "daemonsets,deployments,deployments/scale,replicasets,replicasets/scale,statefulsets,statefulsets/scale";
    private static readonly string s_group = ClusterRole.Info.Group;

    /// <summary>The roles: what anybody may ask, what the three everyday roles collect, and the parts they collect it from.</summary>
    public static IReadOnlyList<ClusterRole> ClusterRoles =>
    [
        Role("cluster-admin", Resources("*", "*", "*"), Paths("*", "*")),
        Role("system:discovery", Paths("get", "/api,/api/*,/apis,/apis/*,/healthz,/livez,/openapi,/openapi/*,/readyz,/version,/version/")),
        Role("system:public-info-viewer", Paths("get", "/healthz,/livez,/readyz,/version,/version/")),
        Role(
            "system:basic-user",
            Resources("create", "authorization.k8s.io", "selfsubjectaccessreviews,selfsubjectrulesreviews"),
            Resources("create", "authentication.k8s.io", "selfsubjectreviews")),
        Role("system:node-bootstrapper", Resources("create,get,list,watch", "certificates.k8s.io", "certificatesigningrequests")),
        Aggregated("admin", ToAdmin),
        Labelled(Aggregated("edit", ToEdit), ToAdmin),
        Labelled(Aggregated("view", ToView), ToEdit),
        Labelled(
            Role(
                "system:aggregate-to-admin",
                Resources("create", "authorization.k8s.io", "localsubjectaccessreviews"),
                Resources($"{Read},{Write}", s_group, "roles,rolebindings")),
            ToAdmin),
        Labelled(
            Role(
                "system:aggregate-to-edit",
                Resources(Read, Core, "pods/attach,pods/exec,pods/portforward,pods/proxy,secrets,services/proxy"),
                Resources("impersonate", Core, "serviceaccounts"),
                Resources(Write, Core, "pods,pods/attach,pods/exec,pods/portforward,pods/proxy"),
                Resources("create", Core, "pods/eviction"),
                Resources(Write, Core, "configmaps,events,persistentvolumeclaims,replicationcontrollers,replicationcontrollers/scale,secrets,serviceaccounts,services,services/proxy"),
                Resources("create", Core, "serviceaccounts/token"),
                Resources(Write, "apps", Workloads),
                Resources(Write, "autoscaling", "horizontalpodautoscalers"),
                Resources(Write, "batch", "cronjobs,jobs"),
                Resources(Write, "policy", "poddisruptionbudgets"),
                Resources(Write, "networking.k8s.io", "ingresses,networkpolicies"),
                Resources($"{Read},{Write}", "coordination.k8s.io", "leases")),
            ToEdit),
        Labelled(
            Role(
                "system:aggregate-to-view",
                Resources(Read, Core, "configmaps,endpoints,persistentvolumeclaims,persistentvolumeclaims/status,pods,replicationcontrollers,replicationcontrollers/scale,serviceaccounts,services,services/status"),
                Resources(Read, Core, "bindings,events,limitranges,namespaces/status,pods/log,pods/status,replicationcontrollers/status,resourcequotas,resourcequotas/status"),
                Resources(Read, Core, "namespaces"),
                Resources(Read, "discovery.k8s.io", "endpointslices"),
                Resources(Read, "apps", $"controllerrevisions,daemonsets/status,deployments/status,replicasets/status,statefulsets/status,{Workloads}"),
                Resources(Read, "autoscaling", "horizontalpodautoscalers,horizontalpodautoscalers/status"),
                Resources(Read, "batch", "cronjobs,cronjobs/status,jobs,jobs/status"),
                Resources(Read, "policy", "poddisruptionbudgets,poddisruptionbudgets/status"),
                Resources(Read, "networking.k8s.io", "ingresses,ingresses/status,networkpolicies")),
            ToView),
    ];

    /// <summary>Who has them from the start.</summary>
    public static IReadOnlyList<ClusterRoleBinding> ClusterRoleBindings =>
    [
        Binding("cluster-admin", UserInfo.MastersGroup),
        Binding("system:discovery", UserInfo.AuthenticatedGroup),
        Binding("system:basic-user", UserInfo.AuthenticatedGroup),
        Binding("system:node-bootstrapper", UserInfo.BootstrappersGroup),
        Binding("system:public-info-viewer", UserInfo.AuthenticatedGroup, "system:unauthenticated"),
    ];

    private static ClusterRole Role(string name, params List<PolicyRule> rules) => new() { Metadata = Named(name), Rules = rules };

    private static ClusterRole Aggregated(string name, string label) => new()
    {
        Metadata = Named(name),
        AggregationRule = new AggregationRule { ClusterRoleSelectors = [new LabelSelector { MatchLabels = new() { [AggregatePrefix + label] = "true" } }] },
    };

    private static ClusterRole Labelled(ClusterRole role, string label)
    {
        role.Metadata!.Labels![AggregatePrefix + label] = "true";
        return role;
    }

    private static PolicyRule Resources(string verbs, string group, string resources) => new()
    {
        Verbs = [.. verbs.Split(',')],
        ApiGroups = [group],
        Resources = [.. resources.Split(',')],
    };

    private static PolicyRule Paths(string verbs, string paths) => new() { Verbs = [.. verbs.Split(',')], NonResourceURLs = [.. paths.Split(',')] };

    private static ClusterRoleBinding Binding(string role, params string[] groups) => new()
    {
        Metadata = Named(role),
        RoleRef = new RoleRef { ApiGroup = s_group, Kind = RoleKind.ClusterRole, Name = role },
        Subjects = [.. groups.Select(g => new Subject { Kind = SubjectKind.Group, ApiGroup = s_group, Name = g })],
    };

    private static ObjectMeta Named(string name) => new()
    {
        Name = name,
        Labels = new() { ["kubernetes.io/bootstrapping"] = "rbac-defaults" },
        Annotations = new() { ["rbac.authorization.kubernetes.io/autoupdate"] = "true" },
    };
}
