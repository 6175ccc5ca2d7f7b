namespace Kube.Proxy.Machine;

/// <summary>Gives transactions to the kernel.</summary>
internal sealed class Nft(ICommand command)
{
    /// <summary>Applies a script as a whole or throws <see cref="NetworkException"/>, in which case nothing has changed.</summary>
    public async Task ApplyAsync(string script, CancellationToken ct)
    {
        var result = await command.RunAsync("nft", ["-f", "-"], script, ct);
        if (!result.Succeeded)
        {
            throw new NetworkException($"nft refused the packet rules: {FirstLines(result.Error)}");
        }
    }

    /// <summary>Whether a chain is there: somebody may have flushed all rules of the machine.</summary>
    public async Task<bool> HasChainAsync(string table, string chain, CancellationToken ct) =>
        (await command.RunAsync("nft", ["list", "chain", .. table.Split(' '), chain], null, ct)).Succeeded;

    private static string FirstLines(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(3));
}
