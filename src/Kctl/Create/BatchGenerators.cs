using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Create;

/// <summary><c>kctl create job</c> and <c>kctl create cronjob</c>.</summary>
internal static class BatchGenerators
{
    public static Command Job(Session session)
    {
        var name = Flags.Words("NAME [-- COMMAND...]", "its name, then the command");
        var image = Flags.Named("--image", "IMAGE", "the image to run");
        var from = Flags.Named("--from", "cronjob/NAME", "run this cron job once, now");
        var common = new CreateFlags();
        return new Verb("job", "Creates a job.", "kctl create job once --image=kube.local/echo:1 -- date", "kctl create job backup-now --from=cronjob/backup").With(name, image, from).With(common.All).Does(async (parse, ct) =>
        {
            var (own, command) = Words(parse, name);
            if (parse.GetValue(image) is null == parse.GetValue(from) is null)
            {
                throw new CommandException("either --image or --from must be specified");
            }

            var creator = common.Creator(session, parse);
            var job = parse.GetValue(from) is { } source ? FromCronJob(own, await CronJobAsync(session, source, ct)) : Job(own, parse.GetValue(image)!, command);
            await creator.CreateAsync(job, ct);
            creator.Finish();
        });
    }

    public static Command CronJob(Session session)
    {
        var name = Flags.Words("NAME [-- COMMAND...]", "its name, then the command");
        var image = Flags.Named("--image", "IMAGE", "the image to run");
        var schedule = Flags.Named("--schedule", "CRON", "when: minute, hour, day, month, weekday");
        var restart = Flags.Named("--restart", "OnFailure|Never", "what follows a failure; OnFailure if not given");
        var common = new CreateFlags();
        var verb = new Verb("cronjob", "Creates a cron job.", "kctl create cronjob nightly --image=kube.local/echo:1 --schedule='0 3 * * *' -- date").With(name, image, schedule, restart).With(common.All);
        verb.Aliases.Add("cj");
        return verb.Does(async (parse, ct) =>
        {
            var (own, command) = Words(parse, name);
            var creator = common.Creator(session, parse);
            await creator.CreateAsync(CronJob(own, Required(parse.GetValue(image), "image"), Required(parse.GetValue(schedule), "schedule"), parse.GetValue(restart) ?? "OnFailure", command), ct);
            creator.Finish();
        });
    }

    internal static JsonObject Job(string name, string image, IReadOnlyList<string> command)
    {
        var job = Generators.Obj("batch/v1", "Job", name);
        job["spec"] = new JsonObject { ["template"] = Template(name, image, "Never", command) };
        return job;
    }

    internal static JsonObject CronJob(string name, string image, string schedule, string restart, IReadOnlyList<string> command)
    {
        var cron = Generators.Obj("batch/v1", "CronJob", name);
        var template = new JsonObject { ["metadata"] = new JsonObject { ["name"] = name }, ["spec"] = new JsonObject { ["template"] = Template(name, image, restart, command) } };
        cron["spec"] = new JsonObject { ["jobTemplate"] = template, ["schedule"] = schedule };
        return cron;
    }

    /// <summary>A job that is one run of a cron job, and belongs to it.</summary>
    internal static JsonObject FromCronJob(string name, JsonObject cron)
    {
        var job = Generators.Obj("batch/v1", "Job", name);
        var metadata = (JsonObject)job["metadata"]!;
        var annotations = cron.At("spec", "jobTemplate", "metadata", "annotations")?.DeepClone() as JsonObject ?? [];
        annotations["cronjob.kubernetes.io/instantiate"] = "manual";
        metadata["annotations"] = annotations;
        if (cron.At("spec", "jobTemplate", "metadata", "labels") is { } labels)
        {
            metadata["labels"] = labels.DeepClone();
        }

        metadata["ownerReferences"] = new JsonArray(new JsonObject
        {
            ["apiVersion"] = "batch/v1",
            ["controller"] = true,
            ["kind"] = "CronJob",
            ["name"] = cron.Name(),
            ["uid"] = cron.Text("metadata", "uid"),
        });
        job["spec"] = cron.At("spec", "jobTemplate", "spec")!.DeepClone();
        return job;
    }

    private static async Task<JsonObject> CronJobAsync(Session session, string text, CancellationToken ct)
    {
        var target = await Target.SingleAsync([text], session, "run", ct, "cronjobs");
        return target.Type.Kind == "CronJob"
            ? await session.Api.GetAsync(target.Type.ObjectPath(target.NamespaceIn(session), target.Name!), ct)
            : throw new CommandException($"from must be an existing cronjob, not {text}");
    }

    private static (string Name, string[] Command) Words(ParseResult parse, Argument<string[]> name)
    {
        var command = parse.WordsAfterDash;
        var words = parse.GetValue(name) ?? [];
        var own = words.Take(words.Length - command.Length).ToList();
        return own is [var only] ? (only, command) : throw new CommandException($"exactly one NAME is required, got {own.Count}");
    }

    private static JsonObject Template(string name, string image, string restart, IReadOnlyList<string> command)
    {
        var container = new JsonObject { ["image"] = image, ["name"] = name };
        if (command.Count > 0)
        {
            container["command"] = new JsonArray([.. command.Select(w => (JsonNode)w)]);
        }

        return new JsonObject { ["spec"] = new JsonObject { ["containers"] = new JsonArray(container), ["restartPolicy"] = restart } };
    }

    private static string Required(string? value, string flag) => value is { Length: > 0 } ? value : throw new CommandException($"required flag(s) \"{flag}\" not set");
}
