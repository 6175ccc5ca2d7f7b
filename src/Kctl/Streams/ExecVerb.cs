using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kube.Client.Streaming;

namespace Kctl.Streams;

/// <summary><c>kctl exec</c>.</summary>
internal static class ExecVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("POD | TYPE/NAME -- COMMAND [ARG]", "the pod (of a deployment or service one of its pods is taken), and after -- what to run in it");
        var container = Flags.Named("--container", "NAME", "the container, where the pod has several", "-c");
        var stdin = Flags.Switch("--stdin", "pass standard input on", "-i");
        var tty = Flags.Switch("--tty", "with a terminal; together with -i", "-t");
        var quiet = Flags.Switch("--quiet", "only what the command prints", "-q");
        return new Verb(
            "exec", "Runs a command in a container.",
            "kctl exec web-6d4b75cb6d-abcde -- date", "kctl exec -it deploy/web -- sh", "kctl exec web-1 -c front -- ls -l /", "echo hello | kctl exec -i svc/web -- cat")
            .With(words, container, stdin, tty, quiet)
            .Does(async (parse, ct) =>
            {
                var all = parse.GetValue(words) ?? [];
                var (pod, command) = Split(all, parse.WordsBeforeDash);
                var found = await new PodChoice(session).PodAsync(pod, "run a command in", ct);
                if (found.Text("status", "phase") is "Succeeded" or "Failed")
                {
                    throw new CommandException($"cannot exec into a container in a completed pod; current phase is {found.Text("status", "phase")}");
                }

                var chosen = ContainerChoice.Choose(found, parse.GetValue(container), parse.GetValue(quiet) ? _ => { } : session.Error.WriteLine);
                var terminal = RemoteRun.CanHaveTerminal(session, parse.GetValue(stdin), parse.GetValue(tty));
                var options = new CommandOptions { Stdin = parse.GetValue(stdin), Stdout = true, Stderr = !terminal, Tty = terminal };
                var path = RemotePath.Of(PodChoice.PathOf(found, "exec"), chosen, options, command);
                return RemoteRun.ExitCode(session, await new RemoteRun(session) { LendTerminal = terminal }.RunAsync(path, options, ct));
            });
    }

    private static (string Pod, string[] Command) Split(string[] words, int? beforeDash)
    {
        if (words.Length == 0 || beforeDash == 0)
        {
            throw new CommandException("expected 'exec (POD | TYPE/NAME) -- COMMAND [ARG1] [ARG2] ... [ARGN]'.\nPOD or TYPE/NAME is a required argument for the exec command");
        }

        if (words.Length == 1)
        {
            throw new CommandException("you must specify at least one command for the container");
        }

        return beforeDash switch
        {
            null => throw new CommandException("exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead"),
            1 => (words[0], words[1..]),
            _ => throw new CommandException($"one pod at a time: \"{words[1]}\" stands before --, and only the pod should"),
        };
    }
}
