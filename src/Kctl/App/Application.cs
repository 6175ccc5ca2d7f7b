using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;

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
            await terminal.Error.WriteLineAsync(ErrorText.Of(e, session));
            return 1;
        }
        finally
        {
            Flush(terminal);
        }
    }

    private static async Task<int> InvokeAsync(string[] args, Session session, CancellationToken ct)
    {
        var root = new RootCommand("kctl talks to a Kubernetes-compatible cluster.");
        root.Options.Clear();
        foreach (var option in session.Flags.All)
        {
            root.Add(option);
        }

        root.Add(new HelpOption { Action = new HelpText(session), Recursive = true, Description = "what the command does, with examples" });
        foreach (var verb in VerbList.For(args, session))
        {
            root.Add(verb);
        }

        var parse = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        session.Bind(parse);
        if (parse.Action is not HelpText)
        {
            if (parse.CommandResult.Command.Action is null && parse.UnmatchedTokens.Count == 0)
            {
                HelpText.Write(parse.CommandResult.Command, session.Out);
                return parse.Tokens.Count == 0 ? 0 : 1;
            }

            if (CommandLineProblem.Of(parse) is { } problem)
            {
                throw new CommandException(problem);
            }
        }

        return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = session.Out, Error = session.Error }, ct);
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
