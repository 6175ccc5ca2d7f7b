using System.Threading.Channels;
using Kube.Proxy.Machine;

namespace Kube.Proxy.Tests;

/// <summary>Notes the command lines it is given and answers as it is told; success and no output unless told.</summary>
internal sealed class FakeCommand : ICommand
{
    private readonly Channel<(string Line, string? Input)> _calls = Channel.CreateUnbounded<(string Line, string? Input)>();

    public Func<string, CommandResult> Answer { get; set; } = _ => new CommandResult(0, "", "");

    public Task<CommandResult> RunAsync(string program, IReadOnlyList<string> args, string? input, CancellationToken ct)
    {
        var line = $"{program} {string.Join(' ', args)}";
        _calls.Writer.TryWrite((line, input));
        return Task.FromResult(Answer(line));
    }

    public async Task<(string Line, string? Input)> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        return await _calls.Reader.ReadAsync(limit.Token);
    }

    public IReadOnlyList<string> Lines()
    {
        var lines = new List<string>();
        while (_calls.Reader.TryRead(out var call))
        {
            lines.Add(call.Line);
        }

        return lines;
    }
}
