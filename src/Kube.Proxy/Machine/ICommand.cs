namespace Kube.Proxy.Machine;

/// <summary>Runs the programs of the machine that change its network.</summary>
internal interface ICommand
{
    /// <summary>Runs to the end. A program that is not installed has exit code 127.</summary>
    Task<CommandResult> RunAsync(string program, IReadOnlyList<string> args, string? input, CancellationToken ct);
}
