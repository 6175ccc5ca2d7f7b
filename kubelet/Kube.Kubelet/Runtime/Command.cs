using System.Diagnostics;

namespace Kube.Kubelet.Runtime;

/// <summary>Runs one of the system's own programs (ip, mount, iptables) to its end.</summary>
internal static class Command
{
    /// <summary>The program's output; throws <see cref="RuntimeException"/> with its complaint when it fails.</summary>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, string? input, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new RuntimeException($"cannot run {program}: {e.Message}", RuntimeFailure.Other, e);
        }

        using (process)
        {
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            }

            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(ct);
            var output = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0
                ? output
                : throw new RuntimeException($"{program} {string.Join(' ', arguments)}: {(await error).Trim()}");
        }
    }
}
