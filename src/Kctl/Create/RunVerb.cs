using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Streams;

namespace Kctl.Create;

/// <summary><c>kctl run</c>: an image as a Deployment, as in the days of <c>kubectl run --replicas</c>.</summary>
internal static class RunVerb
{
    public static Command Create(Session session)
    {
        var name = new Argument<string>("NAME") { Description = "the deployment's name" };
        var words = new Argument<string[]>("-- ARG...") { Description = "arguments of the container, or with --command its command", Arity = ArgumentArity.ZeroOrMore };
        var image = Flags.Named("--image", "IMAGE", "the image to run");
        var replicas = Flags.Number("--replicas", "how many pods, 1 if not given", "-r");
        var port = Flags.Number("--port", "the port the container listens on; a pod counts as ready once something accepts connections there");
        var env = Flags.Many("--env", "NAME=VALUE", "an environment variable; may be given several times");
        var labels = Flags.Named("--labels", "KEY=VALUE,...", "labels instead of app=NAME");
        var command = Flags.Switch("--command", "what follows -- is the command, not its arguments");
        var restart = Flags.Named("--restart", "Always|OnFailure|Never", "anything but Always makes a single pod instead of a deployment");
        var pull = Flags.Named("--image-pull-policy", "POLICY", "Always, IfNotPresent or Never");
        var stdin = Flags.Switch("--stdin", "keep the container's input open and pass standard input on; makes a single pod", "-i");
        var tty = Flags.Switch("--tty", "with a terminal; together with -i", "-t");
        var attach = Flags.Switch("--attach", "stay and show what the container prints; makes a single pod");
        var remove = Flags.Switch("--rm", "delete the pod at the end; with -i or --attach");
        var quiet = Flags.Switch("--quiet", "only what the container prints", "-q");
        var common = new CreateFlags();
        return new Verb(
            "run", "Runs an image: creates a deployment that keeps the given number of pods running.",
            "kctl run web --image=kube.local/echo:1 --replicas=10 --port=8080", "kctl run web --image=kube.local/echo:1 --env=COLOUR=blue --labels=app=web,tier=front",
            "kctl run job --image=kube.local/echo:1 --restart=Never --command -- sh -c 'echo hello'", "kctl run web --image=kube.local/echo:1 --dry-run=client -o yaml",
            "kctl run shell --image=kube.local/echo:1 -it --rm --command -- sh")
            .With(name, words, image, replicas, port, env, labels, command, restart, pull, stdin, tty, attach, remove, quiet).With(common.All)
            .Does(async (parse, ct) =>
            {
                var reference = parse.GetValue(image) is { Length: > 0 } given ? given : throw new CommandException("required flag(s) \"image\" not set");
                var rest = parse.GetValue(words) ?? [];
                var container = new ContainerSpec(parse.GetValue(name)!, reference)
                {
                    Port = parse.GetValue(port),
                    ReadyWhenListening = true,
                    PullPolicy = parse.GetValue(pull),
                    Env = [.. (parse.GetValue(env) ?? []).Select(e => Pair(e, "--env"))],
                    Command = parse.GetValue(command) ? rest : [],
                    Args = parse.GetValue(command) ? [] : rest,
                };
                var stays = parse.GetValue(attach) || parse.GetValue(stdin);
                if (AttachedRun.Problem(parse.GetValue(attach), parse.GetValue(stdin), parse.GetValue(tty), parse.GetValue(remove)) is { } problem)
                {
                    throw new CommandException(problem);
                }

                var labelled = Labels(parse.GetValue(labels), parse.GetValue(name)!);
                var obj = stays
                    ? Interactive(Workloads.Pod(parse.GetValue(name)!, parse.GetValue(restart) ?? "Never", labelled, container with { ReadyWhenListening = false }), parse.GetValue(stdin), parse.GetValue(tty))
                    : Build(parse.GetValue(name)!, parse.GetValue(restart), parse.GetValue(replicas), labelled, container);
                if (!stays || parse.GetValue(common.DryRun) is not (null or "none"))
                {
                    var creator = common.Creator(session, parse);
                    await creator.CreateAsync(obj, ct, manager: "kubectl-run");
                    creator.Finish();
                    return 0;
                }

                var pods = await session.Names.FindAsync("pods", ct);
                await session.Api.SendAsync(HttpMethod.Post, QueryText.With(pods.CollectionPath(session.Namespace), ("fieldManager", "kubectl-run")), obj, RestApi.Json, ct);
                var run = new AttachedRun(session) { Stdin = parse.GetValue(stdin), Tty = parse.GetValue(tty), Remove = parse.GetValue(remove), Quiet = parse.GetValue(quiet) };
                return await run.RunAsync(parse.GetValue(name)!, ct);
            });
    }

    /// <summary>The pod's container with its input open until the one who made it leaves.</summary>
    private static JsonObject Interactive(JsonObject pod, bool stdin, bool tty)
    {
        var container = pod.Objects("spec", "containers")[0];
        foreach (var (field, wanted) in new[] { ("stdin", stdin), ("stdinOnce", stdin), ("tty", tty) })
        {
            if (wanted)
            {
                container[field] = true;
            }
        }

        return pod;
    }

    internal static JsonObject Build(string name, string? restart, int? replicas, Dictionary<string, string> labels, ContainerSpec container) => restart switch
    {
        null or "" or "Always" => replicas is null or >= 0
            ? Workloads.Deployment(name, replicas ?? 1, labels, [container])
            : throw new CommandException($"--replicas must be 0 or more, not {replicas}"),
        "OnFailure" or "Never" => replicas is null or 1
            ? Workloads.Pod(name, restart, labels, container)
            : throw new CommandException($"--restart={restart} makes a single pod; --replicas={replicas} needs --restart=Always"),
        _ => throw new CommandException($"invalid restart policy: {restart}{Suggestion.Tail(restart, ["Always", "OnFailure", "Never"])}"),
    };

    private static Dictionary<string, string> Labels(string? text, string name) => text is null
        ? new() { ["app"] = name }
        : text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(l => Pair(l, "--labels")).ToDictionary(p => p.Key, p => p.Value);

    private static KeyValuePair<string, string> Pair(string text, string flag)
    {
        var equals = text.IndexOf('=');
        return equals > 0 ? KeyValuePair.Create(text[..equals], text[(equals + 1)..]) : throw new CommandException($"{flag}: \"{text}\" is not NAME=VALUE");
    }
}
