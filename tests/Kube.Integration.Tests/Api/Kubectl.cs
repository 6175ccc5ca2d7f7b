using Kube.Testing;

namespace Kube.Integration.Tests.Api;

/// <summary>An unmodified kubectl of one version against a <see cref="TestServer"/>.</summary>
internal sealed class Kubectl
{
    private readonly Shell _shell;
    private readonly string _folder;

    public Kubectl(TestServer server, string version)
    {
        Assert.SkipWhen(KubectlClients.Find(version) is null, $"kubectl {version} is not installed");
        _shell = server.Kubectl(version);
        _folder = server.Folder;
    }

    /// <summary>The oldest and the newest that must not notice a difference.</summary>
    public static TheoryData<string> Versions => ["1.27", "1.33"];

    /// <summary>Runs a command that must succeed; returns what it printed.</summary>
    public async Task<string> RunAsync(string arguments, string? input = null, string editor = "false")
    {
        var result = await _shell.TryAsync($"KUBE_EDITOR=\"{editor}\" \"$KUBECTL\" {arguments}", input);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Text;
    }

    /// <summary>Runs a command that must fail; returns what it complained.</summary>
    public async Task<string> FailAsync(string arguments, string? input = null)
    {
        var result = await _shell.TryAsync($"\"$KUBECTL\" {arguments}", input);
        Assert.True(result.ExitCode != 0, result.ToString());
        return (result.Error + result.Output).Trim();
    }

    /// <summary>Writes a file into the folder the commands run in.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
