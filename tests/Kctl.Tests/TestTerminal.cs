using Kctl.App;

namespace Kctl.Tests;

/// <summary>A terminal in memory, and kctl run on it.</summary>
internal sealed class TestTerminal
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public string Home { get; init; } = Path.GetTempPath();

    public byte[] Input { get; init; } = [];

    public Terminal Terminal => new() { Out = _out, Error = _error, OpenInput = () => new MemoryStream(Input), HomeFolder = Home };

    public Task<int> RunAsync(params string[] args) => Application.RunAsync(args, Terminal);
}
