using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kube.Client.Streaming;

namespace Kctl.Streams;

/// <summary><c>kctl attach</c>.</summary>
internal static class AttachVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("POD | TYPE/NAME", "the pod; of a deployment or service one of its pods is taken");
        var container = Flags.Named("--container", "NAME", "the container, where the pod has several", "-c");
        var stdin = Flags.Switch("--stdin", "pass standard input on", "-i");
        var tty = Flags.Switch("--tty", "with a terminal; the container must have one", "-t");
        var quiet = Flags.Switch("--quiet", "only what the container prints", "-q");
        return new Verb(
            "attach", "Joins what a running container reads and writes.",
            "kctl attach web-6d4b75cb6d-abcde", "kctl attach -it shell", "kctl attach deploy/web -c front")
            .With(words, container, stdin, tty, quiet)
            .Does(async (parse, ct) =>
            {
                var named = parse.GetValue(words) is [var only] ? only : throw new CommandException("expected 'attach (POD | TYPE/NAME)': one pod, deployment or service");
                var pod = await new PodChoice(session).PodAsync(named, "attach to", ct);
                var attachment = new Attachment(session) { Stdin = parse.GetValue(stdin), Tty = parse.GetValue(tty), Quiet = parse.GetValue(quiet) };
                return await attachment.RunAsync(pod, parse.GetValue(container), ct);
            });
    }
}

/// <summary>Joins the main process of a container.</summary>
internal sealed class Attachment(Session session)
{
    public bool Stdin { get; init; }

    public bool Tty { get; init; }

    public bool Quiet { get; init; }

    /// <summary>Stays until the container's process ends or the user leaves; the result is kctl's exit code.</summary>
    public async Task<int> RunAsync(JsonObject pod, string? container, CancellationToken ct)
    {
        if (pod.Text("status", "phase") is "Succeeded" or "Failed")
        {
            throw new CommandException($"cannot attach a container in a completed pod; current phase is {pod.Text("status", "phase")}");
        }

        var chosen = ContainerChoice.Choose(pod, container, Quiet ? _ => { } : session.Error.WriteLine);
        var hasTerminal = ContainerChoice.Spec(pod, chosen).Flag("tty");
        if (Tty && !hasTerminal && !Quiet)
        {
            await session.Error.WriteLineAsync($"error: Unable to use a TTY - container {chosen} did not allocate one");
        }

        var terminal = hasTerminal && RemoteRun.CanHaveTerminal(session, Stdin, Tty);
        var options = new CommandOptions { Stdin = Stdin, Stdout = true, Stderr = !hasTerminal, Tty = terminal || hasTerminal };
        var run = new RemoteRun(session) { Repaint = true, LendTerminal = terminal, Greeting = !Quiet && Stdin ? "If you don't see a command prompt, try pressing enter." : null };
        var path = RemotePath.Of(PodChoice.PathOf(pod, "attach"), chosen, options, []);
        var code = RemoteRun.ExitCode(session, await run.RunAsync(path, options, ct));
        if (Stdin && terminal && !Quiet && pod.Text("spec", "restartPolicy") == "Always")
        {
            await session.Out.WriteLineAsync($"Session ended, resume using 'kctl attach {pod.Name()} -c {chosen} -i -t' command when the pod is running");
        }

        return code;
    }
}
