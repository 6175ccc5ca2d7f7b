using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Api;

namespace Kctl.Edit;

/// <summary><c>kctl set resources</c>.</summary>
internal static class ResourcesVerb
{
    public static Verb Create(Session session)
    {
        var words = Flags.Words("TYPE NAME... | TYPE/NAME...", "what to change");
        var limits = Flags.Named("--limits", "RESOURCE=AMOUNT,...", "the most a container may use: cpu=200m,memory=512Mi");
        var requests = Flags.Named("--requests", "RESOURCE=AMOUNT,...", "what a container is sure to get");
        var containers = Flags.Named("--containers", "PATTERN", "the containers to change, * if not given", "-c");
        var (objects, change) = (new ObjectFlags("set resources", local: true), new ChangeFlags("kubectl-set"));
        return new Verb(
            "resources", "Changes how much cpu and memory containers get.",
            "kctl set resources deployment/web --limits=cpu=200m,memory=512Mi --requests=cpu=100m", "kctl set resources deployment/web -c web --limits=memory=1Gi")
            .With(words, limits, requests, containers).With(objects.All).With(change.All)
            .Does(async (parse, ct) =>
            {
                var amounts = new ResourceAmounts(ResourceAmounts.Parse(parse.GetValue(limits), "--limits"), ResourceAmounts.Parse(parse.GetValue(requests), "--requests"));
                var pattern = parse.GetValue(containers) ?? "*";
                return amounts.IsEmpty
                    ? throw new CommandException("you must specify an update to requests or limits (in the form of --requests/--limits)")
                    : await Setting.EachAsync(session, parse, objects, change, parse.GetValue(words) ?? [], "resource requirements updated", (found, _) => Task.FromResult<JsonObject?>(amounts.Apply(found.Object, pattern)), ct);
            });
    }
}

/// <summary>Limits and requests to set. Pure.</summary>
internal sealed record ResourceAmounts(IReadOnlyDictionary<string, string> Limits, IReadOnlyDictionary<string, string> Requests)
{
    public bool IsEmpty => Limits.Count == 0 && Requests.Count == 0;

    /// <summary>Reads <c>cpu=200m,memory=1Gi</c>.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string? text, string flag)
    {
        var amounts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            amounts[pair[0]] = pair.Length == 2 && Quantity.TryParse(pair[1], out _) ? pair[1]
                : throw new CommandException($"{flag}: \"{part}\" is not RESOURCE=AMOUNT, such as cpu=200m or memory=512Mi");
        }

        return amounts;
    }

    /// <summary>A copy of the object with the amounts in the containers the pattern fits.</summary>
    public JsonObject Apply(JsonObject obj, string pattern)
    {
        var copy = (JsonObject)obj.DeepClone();
        var containers = PodSpecs.Of(copy) is { } spec ? PodSpecs.Containers(spec, pattern) : [];
        if (containers.Count == 0)
        {
            throw new CommandException($"unable to find container named {pattern}");
        }

        foreach (var container in containers)
        {
            var resources = PodSpecs.Under(container, "resources");
            Put(resources, "limits", Limits);
            Put(resources, "requests", Requests);
        }

        return copy;
    }

    private static void Put(JsonObject resources, string field, IReadOnlyDictionary<string, string> amounts)
    {
        foreach (var (name, amount) in amounts)
        {
            PodSpecs.Under(resources, field)[name] = amount;
        }
    }
}
