using System.Text.Json.Nodes;
using Kctl.App;

namespace Kctl.Edit;

/// <summary><c>kctl set serviceaccount</c>.</summary>
internal static class SetServiceAccountVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("TYPE NAME... SERVICEACCOUNT", "what to change, then the service account");
        var (objects, change) = (new ObjectFlags("set serviceaccount", local: true), new ChangeFlags("kubectl-set"));
        var verb = new Verb("serviceaccount", "Changes as whom a workload's pods talk to the API server.", "kctl set serviceaccount deployment web robot")
            .With(words).With(objects.All).With(change.All);
        verb.Aliases.Add("sa");
        return verb.Does(async (parse, ct) =>
        {
            var typed = parse.GetValue(words) is { Length: > 0 } some ? some : throw new CommandException("serviceaccount is required");
            return await Setting.EachAsync(session, parse, objects, change, typed[..^1], "serviceaccount updated", (found, _) => Task.FromResult<JsonObject?>(Change(found, typed[^1])), ct);
        });
    }

    /// <summary>A copy of the object with the service account. Pure.</summary>
    internal static JsonObject Change(Found found, string account)
    {
        var copy = (JsonObject)found.Object.DeepClone();
        var spec = PodSpecs.OrError(found, copy);
        spec["serviceAccountName"] = account;
        if (spec.ContainsKey("serviceAccount"))
        {
            spec["serviceAccount"] = account;
        }

        return copy;
    }
}
