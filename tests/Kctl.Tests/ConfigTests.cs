namespace Kctl.Tests;

/// <summary>The config verbs, on a kubeconfig of two files.</summary>
public sealed class ConfigTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("kctl-config-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task Config_EntriesAreMadeAndChanged_AsKubectlDoes()
    {
        var file = Path.Combine(_home, "config");
        File.WriteAllText(Path.Combine(_home, "ca.crt"), "CA");
        (string Line, string Says)[] steps =
        [
            ("set-cluster laptop --server=https://127.0.0.1:6443 --certificate-authority=" + Path.Combine(_home, "ca.crt") + " --embed-certs", "Cluster \"laptop\" set."),
            ("set-cluster a.b --server=https://a.b:6443 --insecure-skip-tls-verify", "Cluster \"a.b\" set."),
            ("set-credentials ann --token=secret", "User \"ann\" set."),
            ("set-context work --cluster=laptop --user=ann", "Context \"work\" created."),
            ("set-context work --namespace=shop", "Context \"work\" modified."),
            ("use-context work", "Switched to context \"work\"."),
            ("current-context", "work"),
            ("get-contexts -o name", "work"),
            ("get-clusters", "NAME\na.b\nlaptop"),
            ("get-users", "NAME\nann"),
            ("set clusters.a.b.tls-server-name x", "Property \"clusters.a.b.tls-server-name\" set."),
            ("view -o jsonpath={.clusters[1].cluster}", "{\"insecure-skip-tls-verify\":true,\"server\":\"https://a.b:6443\",\"tls-server-name\":\"x\"}"),
            ("unset clusters.a.b.tls-server-name", "Property \"clusters.a.b.tls-server-name\" unset."),
            ("view -o jsonpath={.clusters[1].cluster}", "{\"insecure-skip-tls-verify\":true,\"server\":\"https://a.b:6443\"}"),
            ("view --minify -o jsonpath={.clusters[*].name}/{.users[0].user.token}", "laptop/REDACTED"),
            ("view --raw -o jsonpath={.users[0].user.token}", "secret"),
            ("rename-context work home", "Context \"work\" renamed to \"home\"."),
            ("current-context", "home"),
            ("delete-cluster a.b", $"deleted cluster a.b from {file}"),
            ("delete-user ann", $"deleted user ann from {file}"),
            ("delete-context home", $"deleted context home from {file}"),
            ("get-contexts --no-headers", ""),
        ];
        foreach (var (line, says) in steps)
        {
            var terminal = new TestTerminal();
            Assert.Equal((0, ""), (await terminal.RunAsync(["config", .. line.Split(' '), "--kubeconfig", file]), terminal.Error));
            Assert.Equal(says, terminal.Out.TrimEnd('\n'));
        }
    }

    [Theory]
    [InlineData("use-context hom", "error: no context exists with the name: \"hom\"; did you mean \"home\"?")]
    [InlineData("delete-user nobody", "error: no user exists with the name: \"nobody\"")]
    [InlineData("current-context", "error: current-context is not set")]
    [InlineData("rename-context home home", "error: cannot rename the context \"home\", the context \"home\" already exists")]
    [InlineData("set clusters.x y", "error: clusters.x names a whole entry; name one of its fields: clusters.x.FIELD")]
    public async Task Config_WhatCannotBeDone_SaysWhy(string line, string expected)
    {
        var file = Path.Combine(_home, "config");
        await new TestTerminal().RunAsync("config", "set-context", "home", "--cluster=x", "--kubeconfig", file);
        var terminal = new TestTerminal();
        Assert.Equal(1, await terminal.RunAsync(["config", .. line.Split(' '), "--kubeconfig", file]));
        Assert.Equal(expected + "\n", terminal.Error);
    }
}
