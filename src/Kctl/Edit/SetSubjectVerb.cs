using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Edit;

/// <summary><c>kctl set subject</c>: more users, groups and service accounts for a role binding.</summary>
internal static class SetSubjectVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("TYPE NAME... | TYPE/NAME...", "role bindings or cluster role bindings");
        var users = Flags.Many("--user", "NAME", "a user to add");
        var groups = Flags.Many("--group", "NAME", "a group to add");
        var accounts = Flags.Many("--serviceaccount", "NAMESPACE:NAME", "a service account to add");
        var (objects, change) = (new ObjectFlags("set subject", local: true), new ChangeFlags("kubectl-set"));
        return new Verb("subject", "Adds users, groups and service accounts to a role binding.", "kctl set subject rolebinding readers --user=jane --serviceaccount=default:robot")
            .With(words, users, groups, accounts).With(objects.All).With(change.All)
            .Does(async (parse, ct) =>
            {
                var subjects = Subjects.Of(parse.GetValue(users), parse.GetValue(groups), parse.GetValue(accounts));
                return subjects.Count == 0
                    ? throw new CommandException("you must specify at least one value of user, group or serviceaccount")
                    : await Setting.EachAsync(session, parse, objects, change, parse.GetValue(words) ?? [], "subjects updated", (found, _) => Task.FromResult<JsonObject?>(Subjects.Add(found.Object, subjects)), ct);
            });
    }
}

/// <summary>The subjects of role bindings. Pure.</summary>
internal static class Subjects
{
    private const string Group = "rbac.authorization.k8s.io";

    /// <summary>Subjects as role bindings list them.</summary>
    public static IReadOnlyList<JsonObject> Of(string[]? users, string[]? groups, string[]? accounts) =>
    [
        .. Split(users).Select(n => new JsonObject { ["apiGroup"] = Group, ["kind"] = "User", ["name"] = n }),
        .. Split(groups).Select(n => new JsonObject { ["apiGroup"] = Group, ["kind"] = "Group", ["name"] = n }),
        .. Split(accounts).Select(Account),
    ];

    /// <summary>A copy of the binding with those subjects it lacks.</summary>
    public static JsonObject Add(JsonObject binding, IReadOnlyList<JsonObject> subjects)
    {
        var copy = (JsonObject)binding.DeepClone();
        var list = copy["subjects"] as JsonArray ?? [];
        foreach (var subject in subjects.Where(s => !list.Any(have => Same(have, s))))
        {
            list.Add(subject.DeepClone());
        }

        copy["subjects"] = list.Parent is null ? list : list.DeepClone();
        return copy;
    }

    private static bool Same(JsonNode? a, JsonNode? b) =>
        a.Text("kind") == b.Text("kind") && a.Text("name") == b.Text("name") && (a.Text("namespace") ?? "") == (b.Text("namespace") ?? "");

    private static IEnumerable<string> Split(string[]? values) => (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries));

    private static JsonObject Account(string text) => text.Split(':') is [{ Length: > 0 } ns, { Length: > 0 } name]
        ? new JsonObject { ["kind"] = "ServiceAccount", ["name"] = name, ["namespace"] = ns }
        : throw new CommandException($"serviceaccount must be <namespace>:<name>, not \"{text}\"");
}
