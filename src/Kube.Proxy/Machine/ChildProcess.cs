using System.Diagnostics;
using System.Text;

namespace Kube.Proxy.Machine;

/// <summary>Runs them as child processes.</summary>
internal sealed class ChildProcess : ICommand
{
    private const int NotInstalled = 127;

    public async Task<CommandResult> RunAsync(string program, IReadOnlyList<string> args, string? input, CancellationToken ct)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, args)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            },
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new CommandResult(NotInstalled, "", e.Message);
        }

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var error = process.StandardError.ReadToEndAsync(ct);
            await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            process.StandardInput.Close();
            await process.WaitForExitAsync(ct);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (IOException)
        {
            // It ended before it had read everything: its own words say why.
            await process.WaitForExitAsync(ct);
            return new CommandResult(process.ExitCode, "", await process.StandardError.ReadToEndAsync(ct));
        }
    }
}
