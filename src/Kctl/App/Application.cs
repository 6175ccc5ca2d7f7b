using System.Runtime.InteropServices;
using Kctl.CommandLine;
using Kctl.Completing;
using Kctl.Plugins;
using Kube.Client;

namespace Kctl.App;

/// <summary>Runs one command line from start to exit code.</summary>
internal static class Application
{
    /// <summary>The shell's code for a program ended by Ctrl-C.</summary>
    public const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var session = new Session(terminal);
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Cancel(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Cancel(signal, stop));
        try
        {
            return await InvokeAsync(args, session, stop.Token);
        }
        catch (ExitException e)
        {
            return e.Code;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (IOException e) when (e.Message.Contains("Broken pipe", StringComparison.Ordinal))
        {
            return 1;
        }
        catch (Exception e)
        {
            Flush(terminal);
            var hint = e is ApiException { Status: var status } ? await NotFoundHint.ForAsync(session, status, stop.Token) : "";
            await terminal.Error.WriteLineAsync(ErrorText.Of(e, session) + hint);
            return 1;
        }
        finally
        {
            Flush(terminal);
        }
    }

    private static Task<int> InvokeAsync(string[] args, Session session, CancellationToken ct)
    {
        var root = new RootCommand(session);
        if (args is [var first, ..] && !first.StartsWith('-') && root.Find(first) is null)
        {
            switch (first)
            {
                case "help":
                    args = [.. args.AsSpan(1), "--help"];
                    break;
                case CompleteRequest.Verb:
                    return CompleteRequest.RunAsync(args[1..], root, session, ct);
                default:
                    if (new PluginFolder(session.Terminal).Find(args) is { } plugin)
                    {
                        return PluginRun.RunAsync(plugin.Path, args.Skip(plugin.Words), session.Terminal);
                    }

                    break;
            }
        }

        var parse = Parser.Parse(root, args);
        session.Bind(parse);
        foreach (var warning in parse.Warnings)
        {
            session.Error.WriteLine(warning);
        }

        if (parse.GetValue(session.Flags.Help))
        {
            return Help(parse, session);
        }

        if (parse.Command.Action is not { } action)
        {
            return parse.Words.Count == 0 ? Help(parse, session) : throw new CommandException(CommandLineProblem.StrayWord(parse.Command, parse.Words[0]));
        }

        parse.Check();
        return action(parse, ct);
    }

    private static Task<int> Help(ParseResult parse, Session session)
    {
        HelpText.Write(parse.Command, session.Out);
        return Task.FromResult(0);
    }

    private static void Cancel(PosixSignalContext signal, CancellationTokenSource stop)
    {
        // The second Ctrl-C ends the process at once, whatever it is doing.
        signal.Cancel = !stop.IsCancellationRequested;
        stop.Cancel();
    }

    private static void Flush(Terminal terminal)
    {
        try
        {
            terminal.Out.Flush();
        }
        catch (IOException)
        {
            // The reader of the pipe has gone, as with "| head"; there is nobody left to tell.
        }
    }
}
