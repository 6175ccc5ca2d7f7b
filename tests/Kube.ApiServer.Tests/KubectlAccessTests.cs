using Kube.Storage;
using Kube.Testing;

namespace Kube.ApiServer.Tests;

/// <summary>Unmodified kubectl asks who it is and what it may do, and takes tokens. Skipped where it is not installed.</summary>
public sealed class KubectlAccessTests
{
    public static TheoryData<string> Versions => ["1.27", "1.33"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Kubectl_AuthCommands_Work(string version)
    {
        var binary = KubectlClients.Find(version);
        Assert.SkipWhen(binary is null, $"kubectl {version} is not installed");
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        var folder = Directory.CreateTempSubdirectory("apiserver-kubectl-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "ca.crt"), server.Api.Certificate.ExportCertificatePem());
            var shell = new Shell(folder.FullName, new Dictionary<string, string> { ["HOME"] = folder.FullName, ["KUBECONFIG"] = Path.Combine(folder.FullName, "none") });
            await WalkAsync(shell, $"{binary} --server={server.Api.Address} --certificate-authority=ca.crt", version);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WalkAsync(Shell shell, string kubectl, string version)
    {
        var admin = $"{kubectl} --token={TestServer.Token}";
        Assert.Equal("yes", (await shell.RunAsync($"{admin} auth can-i create pods")).Text);
        Assert.Equal("yes", (await shell.RunAsync($"{admin} auth can-i get /livez")).Text);
        var rules = (await shell.RunAsync($"{admin} auth can-i --list")).Text;
        Assert.Contains("*.*", rules, StringComparison.Ordinal);
        Assert.Contains("[*]", rules, StringComparison.Ordinal);
        await shell.RunAsync($"{admin} create serviceaccount robot");
        var token = (await shell.RunAsync($"{admin} create token robot --duration=1h")).Text;
        Assert.Equal(3, token.Split('.').Length);
        var robot = $"{kubectl} --token={token}";
        Assert.NotEqual(0, (await shell.TryAsync($"{robot}x get namespaces")).ExitCode);
        if (version != "1.27")
        {
            // kubectl 1.27 asks for the beta version only, which Kubernetes no longer serves either.
            Assert.Contains("tester", (await shell.RunAsync($"{admin} auth whoami")).Text, StringComparison.Ordinal);
            Assert.Equal("system:serviceaccount:default:robot", (await shell.RunAsync($"{robot} auth whoami -o jsonpath={{.status.userInfo.username}}")).Text);
        }
    }
}
