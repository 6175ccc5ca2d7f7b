using System.Diagnostics;
using System.Text;

namespace Kube.Testing;

/// <summary>What a command printed and how it ended.</summary>
/// <param name="Command">The command line.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record ShellResult(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>Output without the last line break.</summary>
    public string Text => Output.TrimEnd();

    /// <summary>Everything a person would see, for messages of failed assertions.</summary>
    public override string ToString() => $"$ {Command}\n{Output}{Error}(exit code {ExitCode})";
}

/// <summary>Runs command lines through bash, as a person would type them.</summary>
/// <param name="folder">The working directory.</param>
/// <param name="environment">Variables to set beside the inherited ones.</param>
public sealed class Shell(string folder, IReadOnlyDictionary<string, string> environment)
{
    private static readonly TimeSpan s_defaultLimit = TimeSpan.FromMinutes(2);

    /// <summary>The working directory of the commands.</summary>
    public string Folder => folder;

    /// <summary>Runs a command to its end, whatever its exit code; killed with all its children when it takes longer than the limit (two minutes).</summary>
    public async Task<ShellResult> TryAsync(string command, string? input = null, TimeSpan? limit = null)
    {
        using var process = Start(command);
        using var timeout = new CancellationTokenSource(limit ?? s_defaultLimit);
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.StandardInput.WriteAsync(input);
        }
        catch (IOException)
        {
            // The command ended without reading its input; its exit code says the rest.
        }

        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new ShellResult(command, -1, await output, await error + "(took too long)\n");
        }

        return new ShellResult(command, process.ExitCode, await output, await error);
    }

    /// <summary>Runs a command that must succeed; throws <see cref="InvalidOperationException"/> with what it printed when it does not.</summary>
    public async Task<ShellResult> RunAsync(string command, string? input = null, TimeSpan? limit = null)
    {
        var result = await TryAsync(command, input, limit);
        return result.ExitCode == 0 ? result : throw new InvalidOperationException(result.ToString());
    }

    /// <summary>Starts a command and leaves it running; the caller disposes of it.</summary>
    public Process Start(string command)
    {
        var info = new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        return Process.Start(info)!;
    }
}
