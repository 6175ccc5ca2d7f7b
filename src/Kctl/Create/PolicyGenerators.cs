using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Edit;

namespace Kctl.Create;

/// <summary><c>kctl create quota|poddisruptionbudget|priorityclass</c>.</summary>
internal static class PolicyGenerators
{
    public static Command Quota(Session session)
    {
        var hard = Flags.Named("--hard", "RESOURCE=AMOUNT,...", "what the namespace may use at most");
        var scopes = Flags.Named("--scopes", "SCOPE,...", "which pods count: BestEffort, NotTerminating, ...");
        return Generators.Make(session, "quota", "Creates a resource quota.", "kctl create quota small --hard=cpu=2,memory=4Gi,pods=20", ["resourcequota"], [hard, scopes], (name, parse) =>
        {
            var spec = new JsonObject();
            Generators.AddMap(spec, "hard", ResourceAmounts.Parse(parse.GetValue(hard), "--hard"));
            if (parse.GetValue(scopes) is { Length: > 0 } text)
            {
                spec["scopes"] = new JsonArray([.. text.Split(',').Select(s => (JsonNode)s)]);
            }

            var quota = Generators.Obj("v1", "ResourceQuota", name);
            quota["spec"] = spec;
            return quota;
        });
    }

    public static Command DisruptionBudget(Session session)
    {
        var selector = Flags.Named("--selector", "KEY=VALUE,...", "the pods");
        var min = Flags.Named("--min-available", "N|N%", "how many of them must stay");
        var max = Flags.Named("--max-unavailable", "N|N%", "how many of them may go at a time");
        return Generators.Make(session, "poddisruptionbudget", "Creates a pod disruption budget.", "kctl create poddisruptionbudget web --selector=app=web --min-available=1", ["pdb"], [selector, min, max], (name, parse) =>
        {
            var (least, most) = (parse.GetValue(min), parse.GetValue(max));
            if (least is null == most is null)
            {
                throw new CommandException(least is null ? "one of min-available or max-unavailable must be specified" : "min-available and max-unavailable cannot be both specified");
            }

            var labels = (parse.GetValue(selector) ?? throw new CommandException("a selector must be specified")).Split(',').Select(l => l.Split('=', 2)).ToList();
            var pairs = labels.Select(p => KeyValuePair.Create(p[0], p.Length == 2 ? p[1].TrimStart('=') : throw new CommandException($"--selector: \"{p[0]}\" is not KEY=VALUE")));
            var budget = Generators.Obj("policy/v1", "PodDisruptionBudget", name);
            budget["spec"] = new JsonObject
            {
                [least is null ? "maxUnavailable" : "minAvailable"] = int.TryParse(least ?? most, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : least ?? most,
                ["selector"] = new JsonObject { ["matchLabels"] = Workloads.Map(pairs) },
            };
            return budget;
        });
    }

    public static Command PriorityClass(Session session)
    {
        var value = Flags.Number("--value", "the priority; a higher one goes first");
        var isDefault = Flags.Switch("--global-default", "for pods that name no class");
        var description = Flags.Named("--description", "TEXT", "when to use it");
        var preemption = Flags.Named("--preemption-policy", "PreemptLowerPriority|Never", "whether pods of lower priority have to make room");
        return Generators.Make(session, "priorityclass", "Creates a priority class.", "kctl create priorityclass important --value=1000 --description='what customers see'", ["pc"], [value, isDefault, description, preemption], (name, parse) =>
        {
            var made = Generators.Obj("scheduling.k8s.io/v1", "PriorityClass", name);
            made["value"] = parse.GetValue(value) ?? 0;
            made["preemptionPolicy"] = parse.GetValue(preemption) ?? "PreemptLowerPriority";
            if (parse.GetValue(isDefault))
            {
                made["globalDefault"] = true;
            }

            if (parse.GetValue(description) is { Length: > 0 } text)
            {
                made["description"] = text;
            }

            return made;
        });
    }
}
