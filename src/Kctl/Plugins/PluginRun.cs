using System.Diagnostics;
using Kctl.App;

namespace Kctl.Plugins;

/// <summary>Runs a plugin in kctl's place: with its terminal, its environment and the words that are left.</summary>
internal static class PluginRun
{
    public static async Task<int> RunAsync(string path, IEnumerable<string> args, Terminal terminal)
    {
        await terminal.Out.FlushAsync();
        var start = new ProcessStartInfo(path) { UseShellExecute = false };
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        // Ctrl-C reaches the plugin from the terminal as well; kctl leaves with the plugin's own code.
        using var process = Process.Start(start) ?? throw new CommandException($"the plugin {path} cannot be started");
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
