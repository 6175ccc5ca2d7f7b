using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Edit;

namespace Kctl.Access;

/// <summary><c>kctl certificate approve|deny</c>.</summary>
internal static class CertificateVerb
{
    public static Command Create(Session session) => new Verb("certificate", "Approves or denies certificate signing requests.", "kctl certificate approve node-csr")
        .With(Decide(session, "approve", "Approved", "approved"), Decide(session, "deny", "Denied", "denied"));

    private static Verb Decide(Session session, string verb, string condition, string done)
    {
        var words = Flags.Words("NAME...", "the requests");
        var (objects, change) = (new ObjectFlags(verb), new ChangeFlags("kubectl-certificate"));
        var force = Flags.Switch("--force", $"also those that are {done} already");
        return new Verb(verb, verb == "approve" ? "Lets the signer issue the certificates." : "Keeps the signer from issuing the certificates.", $"kctl certificate {verb} node-csr")
            .With(words, force).With(objects.All).With(change.All).Does(async (parse, ct) =>
            {
                var names = parse.GetValue(words) ?? [];
                var report = change.Report(session, parse);
                foreach (var found in await objects.FindAsync(session, parse, names.Length == 0 && objects.Manifests.AreGiven(parse) ? [] : ["certificatesigningrequests", .. names], ct))
                {
                    if (parse.GetValue(force) || !Has(found.Object, condition))
                    {
                        var decided = Decided(found.Object, condition, $"Kubectl{char.ToUpperInvariant(verb[0])}{verb[1..]}", $"This CSR was {done} by kubectl certificate {verb}.", session.Terminal.Time.GetUtcNow());
                        await session.Api.SendAsync(HttpMethod.Put, found.Path("approval"), decided, RestApi.Json, ct);
                    }

                    report.Done(found.Object, done);
                }

                report.Finish();
            });
    }

    /// <summary>A copy of the request with the decision. Pure.</summary>
    internal static JsonObject Decided(JsonObject request, string condition, string reason, string message, DateTimeOffset now)
    {
        var other = condition == "Approved" ? "Denied" : "Approved";
        if (Has(request, other))
        {
            throw new CommandException($"certificate signing request \"{request.Name()}\" is {other} already");
        }

        var copy = (JsonObject)request.DeepClone();
        var kept = copy.Objects("status", "conditions").Where(c => c.Text("type") != condition).Select(c => c.DeepClone());
        var decision = new JsonObject
        {
            ["lastUpdateTime"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["message"] = message,
            ["reason"] = reason,
            ["status"] = "True",
            ["type"] = condition,
        };
        PodSpecs.Under(copy, "status")["conditions"] = new JsonArray([.. kept, decision]);
        return copy;
    }

    private static bool Has(JsonObject request, string condition) => request.Objects("status", "conditions").Any(c => c.Text("type") == condition);
}
