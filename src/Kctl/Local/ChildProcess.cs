using System.ComponentModel;
using System.Diagnostics;
using Kctl.App;

namespace Kctl.Local;

/// <summary>Programs that kctl runs in its own place: they have its terminal, and their exit code is its own.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a program to its end. An interrupt reaches it through the terminal, so it is waited for all the same.</summary>
    public static async Task<int> RunAsync(Session session, string program, IEnumerable<string> arguments)
    {
        await session.Out.FlushAsync();
        using var process = Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false });
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>Runs a program and returns what it wrote.</summary>
    public static async Task<ChildOutput> ReadAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
        var error = process.StandardError.ReadToEndAsync(ct);
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return new ChildOutput(process.ExitCode, output, (await error).Trim());
    }

    /// <summary>Starts a program that goes its own way: nobody waits for it, and what it writes is not seen.</summary>
    public static void Launch(string program, IEnumerable<string> arguments)
    {
        using var process = Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
    }

    /// <summary>Whether a program of this name is on the path.</summary>
    public static string? Find(string name, Terminal terminal) => (terminal.Environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static Process Start(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception e)
        {
            throw new CommandException($"cannot run {info.FileName}: {e.Message}", e);
        }
    }
}

/// <summary>What a program wrote, and its exit code.</summary>
internal sealed record ChildOutput(int ExitCode, string Text, string Error);
