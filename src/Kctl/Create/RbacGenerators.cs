using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Edit;

namespace Kctl.Create;

/// <summary><c>kctl create role|clusterrole|rolebinding|clusterrolebinding</c>.</summary>
internal static class RbacGenerators
{
    private const string Group = "rbac.authorization.k8s.io";

    public static Command Role(Session session) => OfRole(session, "Role", "kctl create role reader --verb=get,list,watch --resource=pods");

    public static Command ClusterRole(Session session) => OfRole(session, "ClusterRole", "kctl create clusterrole reader --verb=get,list --resource=pods,deployments.apps");

    public static Command RoleBinding(Session session) => OfBinding(session, "RoleBinding", "kctl create rolebinding readers --clusterrole=view --user=jane");

    public static Command ClusterRoleBinding(Session session) => OfBinding(session, "ClusterRoleBinding", "kctl create clusterrolebinding readers --clusterrole=view --group=people");

    private static Verb OfRole(Session session, string kind, string example)
    {
        var isCluster = kind == "ClusterRole";
        var name = new Argument<string>("NAME") { Description = "its name" };
        var verbs = Flags.Many("--verb", "VERB", "what is allowed: get, list, create, ...");
        var resources = Flags.Many("--resource", "RESOURCE[.GROUP][/SUBRESOURCE]", "on which kinds");
        var names = Flags.Many("--resource-name", "NAME", "on these objects only");
        var urls = Flags.Many("--non-resource-url", "PATH", "on these paths");
        var aggregation = Flags.Named("--aggregation-rule", "KEY=VALUE,...", "made up of the cluster roles with these labels");
        var common = new CreateFlags();
        return new Verb(kind.ToLowerInvariant(), isCluster ? "Creates a cluster role: rules that a binding lends." : "Creates a role: rules that a binding lends within a namespace.", example)
            .With(name, verbs, resources, names).With(isCluster ? [urls, aggregation] : []).With(common.All)
            .Does(async (parse, ct) =>
            {
                var role = Generators.Obj($"{Group}/v1", kind, parse.GetValue(name)!);
                if (isCluster && parse.GetValue(aggregation) is { } labels)
                {
                    var pairs = labels.Split(',').Select(l => l.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p.Length == 2 ? p[1] : ""));
                    role["aggregationRule"] = new JsonObject { ["clusterRoleSelectors"] = new JsonArray(new JsonObject { ["matchLabels"] = Workloads.Map(pairs) }) };
                    role["rules"] = null;
                }
                else
                {
                    var kinds = await RulesAsync(session, Split(parse.GetValue(resources)), ct);
                    role["rules"] = Rules(Split(parse.GetValue(verbs)), kinds, Split(parse.GetValue(names)), isCluster ? Split(parse.GetValue(urls)) : []);
                }

                var creator = common.Creator(session, parse);
                await creator.CreateAsync(role, ct);
                creator.Finish();
            });
    }

    private static Verb OfBinding(Session session, string kind, string example)
    {
        var role = Flags.Named("--role", "NAME", "the role to lend");
        var clusterRole = Flags.Named("--clusterrole", "NAME", "the cluster role to lend");
        var users = Flags.Many("--user", "NAME", "to this user");
        var groups = Flags.Many("--group", "NAME", "to this group");
        var accounts = Flags.Many("--serviceaccount", "NAMESPACE:NAME", "to this service account");
        Option[] own = kind == "RoleBinding" ? [role, clusterRole, users, groups, accounts] : [clusterRole, users, groups, accounts];
        return Generators.Make(session, kind.ToLowerInvariant(), "Lends a role to users, groups and service accounts.", example, [], own, (name, parse) =>
        {
            var (named, cluster) = (kind == "RoleBinding" ? parse.GetValue(role) : null, parse.GetValue(clusterRole));
            if (named is null == cluster is null)
            {
                throw new CommandException(kind == "RoleBinding" ? "exactly one of clusterrole or role must be specified" : "required flag(s) \"clusterrole\" not set");
            }

            var binding = Generators.Obj($"{Group}/v1", kind, name);
            binding["roleRef"] = new JsonObject { ["apiGroup"] = Group, ["kind"] = named is null ? "ClusterRole" : "Role", ["name"] = named ?? cluster };
            if (Subjects.Of(parse.GetValue(users), parse.GetValue(groups), parse.GetValue(accounts)) is { Count: > 0 } subjects)
            {
                binding["subjects"] = new JsonArray([.. subjects]);
            }

            return binding;
        });
    }

    /// <summary>The rules of a role: one for each group. Pure.</summary>
    internal static JsonArray Rules(IReadOnlyList<string> verbs, IReadOnlyList<(string Group, string Resource)> resources, IReadOnlyList<string> names, IReadOnlyList<string> urls)
    {
        if (verbs.Count == 0)
        {
            throw new CommandException("at least one verb must be specified");
        }

        if (resources.Count == 0 && urls.Count == 0)
        {
            throw new CommandException("at least one resource must be specified");
        }

        var rules = new JsonArray();
        foreach (var group in resources.GroupBy(r => r.Group))
        {
            var rule = new JsonObject { ["apiGroups"] = Words([group.Key]), ["resources"] = Words(group.Select(r => r.Resource).Distinct()), ["verbs"] = Words(verbs) };
            if (names.Count > 0)
            {
                rule["resourceNames"] = Words(names);
            }

            rules.Add(rule);
        }

        if (urls.Count > 0)
        {
            rules.Add(new JsonObject { ["nonResourceURLs"] = Words(urls), ["verbs"] = Words(verbs) });
        }

        return rules;
    }

    /// <summary>Plural names and groups, as the server knows them.</summary>
    private static async Task<IReadOnlyList<(string Group, string Resource)>> RulesAsync(Session session, IReadOnlyList<string> texts, CancellationToken ct)
    {
        var found = new List<(string, string)>();
        foreach (var text in texts)
        {
            var parts = text.Split('/', 2);
            if (parts[0] == "*")
            {
                found.Add(("*", text));
                continue;
            }

            var type = await session.Names.FindAsync(parts[0], ct);
            found.Add((type.Group, parts.Length == 2 ? $"{type.Plural}/{parts[1]}" : type.Plural));
        }

        return found;
    }

    private static IReadOnlyList<string> Split(string[]? values) => [.. (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(w => (JsonNode)w)]);
}
