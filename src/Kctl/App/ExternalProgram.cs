using System.ComponentModel;
using System.Diagnostics;

namespace Kctl.App;

/// <summary>Runs a program of the user's choice, such as an editor, on the same terminal.</summary>
internal static class ExternalProgram
{
    /// <summary>Runs a shell's command line with the arguments at its end; the exit code. A command line may have arguments of its own: <c>code --wait</c>.</summary>
    public static async Task<int> RunAsync(Terminal terminal, string commandLine, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var capture = !terminal.IsInteractive;
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, RedirectStandardOutput = capture };
        foreach (var word in (IEnumerable<string>)["-c", $"{commandLine} \"$@\"", "sh", .. arguments])
        {
            start.ArgumentList.Add(word);
        }

        await terminal.Out.FlushAsync(ct);
        try
        {
            using var process = Process.Start(start)!;
            if (capture)
            {
                await terminal.Out.WriteAsync(await process.StandardOutput.ReadToEndAsync(ct));
            }

            await process.WaitForExitAsync(ct);
            return process.ExitCode;
        }
        catch (Win32Exception e)
        {
            throw new CommandException($"\"{commandLine}\" cannot be run: {e.Message}", e);
        }
    }
}
