using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Printing;

namespace Kctl.Access;

/// <summary><c>kctl auth</c>: who one is and what one may do.</summary>
internal static class AuthVerb
{
    public static Command Create(Session session) => new Verb("auth", "Says who you are and what you may do.", "kctl auth whoami", "kctl auth can-i create pods", "kctl auth can-i --list")
        .With(CanI(session), WhoAmI(session), ReconcileVerb.Create(session));

    private static Verb CanI(Session session)
    {
        var words = Flags.Words("VERB TYPE[/NAME] | VERB /PATH", "what to ask: get pods, delete deployment/web, get /healthz");
        var (allNamespaces, subresource) = (Flags.AllNamespaces(), Flags.Named("--subresource", "NAME", "on this part: log, scale, status"));
        var quiet = Flags.Switch("--quiet", "only the exit code", "-q");
        var list = Flags.Switch("--list", "everything that is allowed in the namespace");
        var noHeaders = Flags.Switch("--no-headers", "rows without the header line");
        return new Verb("can-i", "Says whether something is allowed; the exit code is 1 when it is not.", "kctl auth can-i create pods", "kctl auth can-i get pods --subresource=log", "kctl auth can-i get /metrics", "kctl auth can-i --list -n kube-system")
            .With(words, allNamespaces, subresource, quiet, list, noHeaders).Does(async (parse, ct) =>
            {
                if (parse.GetValue(list))
                {
                    await ListAsync(session, !parse.GetValue(noHeaders), ct);
                    return 0;
                }

                var typed = parse.GetValue(words) ?? [];
                var spec = typed switch
                {
                    [var verb, ['/', ..] path] => new JsonObject { ["nonResourceAttributes"] = new JsonObject { ["path"] = path, ["verb"] = verb } },
                    [var verb, var resource] => await ResourceAsync(session, verb, resource, null, parse.GetValue(subresource), parse.GetValue(allNamespaces), ct),
                    [var verb, var resource, var name] => await ResourceAsync(session, verb, resource, name, parse.GetValue(subresource), parse.GetValue(allNamespaces), ct),
                    _ => throw new CommandException("you must specify two arguments: verb resource or verb resource/resourceName."),
                };
                var review = new JsonObject { ["apiVersion"] = "authorization.k8s.io/v1", ["kind"] = "SelfSubjectAccessReview", ["spec"] = spec };
                var answer = await session.Api.SendAsync(HttpMethod.Post, "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review, RestApi.Json, ct);
                var allowed = answer.Flag("status", "allowed");
                if (!parse.GetValue(quiet))
                {
                    var reason = !allowed && answer.Text("status", "reason") is { Length: > 0 } text ? $" - {text}" : "";
                    var problem = answer.Text("status", "evaluationError") is { Length: > 0 } error ? $" - {error}" : "";
                    await session.Out.WriteLineAsync(allowed ? "yes" : $"no{reason}{problem}");
                }

                return allowed ? 0 : 1;
            });
    }

    private static async Task<JsonObject> ResourceAsync(Session session, string verb, string resource, string? name, string? subresource, bool allNamespaces, CancellationToken ct)
    {
        var parts = resource.Split('/', 2);
        var type = ResourceNames.ByName(await session.Names.AllAsync(ct), parts[0]);
        if (type is null && parts[0] != "*")
        {
            await session.Error.WriteLineAsync($"Warning: the server doesn't have a resource type '{parts[0]}'\n");
        }
        else if (type is { Namespaced: false } && !allNamespaces)
        {
            await session.Error.WriteLineAsync($"Warning: resource '{type.Plural}' is not namespace scoped{(type.Group.Length > 0 ? $" in group '{type.Group}'" : "")}\n");
        }

        var attributes = new JsonObject { ["resource"] = type?.Plural ?? parts[0], ["verb"] = verb };
        Set(attributes, "group", type?.Group);
        Set(attributes, "version", type is null ? null : "*");
        Set(attributes, "name", name ?? (parts.Length == 2 ? parts[1] : null));
        Set(attributes, "subresource", subresource);
        Set(attributes, "namespace", allNamespaces || type is { Namespaced: false } ? null : session.Namespace);
        return new JsonObject { ["resourceAttributes"] = attributes };
    }

    private static async Task ListAsync(Session session, bool headers, CancellationToken ct)
    {
        var review = new JsonObject { ["apiVersion"] = "authorization.k8s.io/v1", ["kind"] = "SelfSubjectRulesReview", ["spec"] = new JsonObject { ["namespace"] = session.Namespace } };
        var answer = await session.Api.SendAsync(HttpMethod.Post, "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews", review, RestApi.Json, ct);
        if (answer.Flag("status", "incomplete"))
        {
            await session.Error.WriteLineAsync($"warning: the list may be incomplete: {answer.Text("status", "evaluationError")}");
        }

        var rows = new List<IReadOnlyList<string>>();
        if (headers)
        {
            rows.Add(["Resources", "Non-Resource URLs", "Resource Names", "Verbs"]);
        }

        rows.AddRange(AccessRows.Of(answer));
        new TextTable(session.Out).Write(rows);
    }

    private static Verb WhoAmI(Session session)
    {
        var output = Flags.Output();
        return new Verb("whoami", "Says as whom the server knows you.", "kctl auth whoami", "kctl auth whoami -o yaml").With(output).Does(async (parse, ct) =>
        {
            var review = new JsonObject { ["apiVersion"] = "authentication.k8s.io/v1", ["kind"] = "SelfSubjectReview" };
            var answer = await session.Api.SendAsync(HttpMethod.Post, "/apis/authentication.k8s.io/v1/selfsubjectreviews", review, RestApi.Json, ct);
            var format = OutputFormat.Parse(parse.GetValue(output));
            if (!format.IsTable)
            {
                new ObjectPrinter(session.Out, format).Print([answer], asList: false);
                return;
            }

            var user = answer.At("status", "userInfo");
            var rows = new List<IReadOnlyList<string>> { ((string[])["ATTRIBUTE", "VALUE"]), ((string[])["Username", user.Text("username") ?? ""]) };
            if (user.Text("uid") is { Length: > 0 } uid)
            {
                rows.Add(["UID", uid]);
            }

            rows.Add(["Groups", $"[{string.Join(' ', user.Texts("groups"))}]"]);
            rows.AddRange((user.At("extra") as JsonObject ?? []).Select(e => (IReadOnlyList<string>)[$"Extra: {e.Key}", $"[{string.Join(' ', e.Value.Texts())}]"]));
            new TextTable(session.Out).Write(rows);
        });
    }

    private static void Set(JsonObject obj, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            obj[field] = value;
        }
    }
}

/// <summary>What is allowed, as rows. Pure.</summary>
internal static class AccessRows
{
    public static IEnumerable<IReadOnlyList<string>> Of(JsonObject review)
    {
        foreach (var rule in review.Objects("status", "resourceRules"))
        {
            foreach (var group in rule.Texts("apiGroups"))
            {
                foreach (var resource in rule.Texts("resources"))
                {
                    yield return [group.Length == 0 ? resource : $"{resource}.{group}", "[]", Words(rule.Texts("resourceNames")), Words(rule.Texts("verbs"))];
                }
            }
        }

        foreach (var rule in review.Objects("status", "nonResourceRules"))
        {
            yield return ["", Words(rule.Texts("nonResourceURLs")), "[]", Words(rule.Texts("verbs"))];
        }
    }

    private static string Words(IEnumerable<string> words) => $"[{string.Join(' ', words)}]";
}
