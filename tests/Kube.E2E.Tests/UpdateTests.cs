using Kube.Testing;

namespace Kube.E2E.Tests;

/// <summary>Updates and rollbacks while somebody is using the Service.</summary>
public sealed class UpdateTests(Cluster cluster)
{
    private Shell Shell => cluster.Shell;

    [Fact]
    public async Task RollingUpdate_UnderConstantLoad_NoRequestFails()
    {
        const string name = "update-load";
        await using var ns = await cluster.NamespaceAsync(name);
        var url = await ServeAsync(name, 4);
        await using var load = new HttpLoad(url);
        var update = await Shell.RunAsync($"kctl -n {name} rolling-update web --image=kube.local/echo:2");
        Assert.Contains("rolled out", update.Output, StringComparison.Ordinal);
        var rollback = await Shell.RunAsync($"kctl -n {name} rolling-update web --rollback");
        Assert.Contains("rolled out", rollback.Output, StringComparison.Ordinal);
        await load.StopAsync();

        TestContext.Current.SendDiagnosticMessage($"{load.Requests} requests, {load.Failures.Count} failed");
        Assert.Empty(load.Failures);
        Assert.True(load.Answers.ContainsKey("version: 1") && load.Answers.ContainsKey("version: 2"), string.Join(", ", load.Answers));
        Assert.Contains("echo:1", (await Shell.RunAsync($"kctl -n {name} get deploy web -o wide")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RollingUpdate_ToMissingImage_StopsAtTheSurgeAndKeepsServing()
    {
        const string name = "update-missing";
        await using var ns = await cluster.NamespaceAsync(name);
        var url = await ServeAsync(name, 4);
        await Shell.RunAsync($"kctl -n {name} patch deployment web -p '{{\"spec\":{{\"progressDeadlineSeconds\":8}}}}'");
        await using var load = new HttpLoad(url, workers: 2);
        await Shell.RunAsync($"kctl -n {name} set image deployment/web *=kube.local/no-such-image:9");
        var status = await Shell.TryAsync($"kctl -n {name} rollout status deployment/web --timeout=60s");
        await load.StopAsync();

        Assert.NotEqual(0, status.ExitCode);
        Assert.Contains("exceeded its progress deadline", status.Output + status.Error, StringComparison.Ordinal);
        Assert.Empty(load.Failures);
        Assert.Equal(["version: 1"], load.Answers.Keys);
        var ready = (await Shell.RunAsync($"kctl -n {name} get deploy web -o jsonpath='{{.status.availableReplicas}} {{.status.replicas}}'")).Text;
        Assert.Equal("3 5", ready);

        await Shell.RunAsync($"kctl -n {name} rollout undo deployment/web");
        await Shell.RunAsync($"kctl -n {name} rollout status deployment/web --timeout=60s");
    }

    [Fact]
    public async Task RollingUpdate_Interrupted_GoesOn()
    {
        const string name = "update-interrupt";
        await using var ns = await cluster.NamespaceAsync(name);
        await ServeAsync(name, 3);
        using var update = Shell.Start($"exec kctl -n {name} rolling-update web --image=kube.local/echo:2");
        Assert.Contains("image updated", await update.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        await Shell.RunAsync($"kill -INT {update.Id}");
        var rest = await update.StandardOutput.ReadToEndAsync() + await update.StandardError.ReadToEndAsync();
        await update.WaitForExitAsync();
        Assert.Contains("goes on", rest, StringComparison.Ordinal);
        Assert.Equal(130, update.ExitCode);
        await Shell.RunAsync($"kctl -n {name} rollout status deployment/web --timeout=60s");
        Assert.Contains("echo:2", (await Shell.RunAsync($"kctl -n {name} get deploy web -o wide")).Output, StringComparison.Ordinal);
    }

    private async Task<string> ServeAsync(string name, int replicas)
    {
        await Shell.RunAsync($"kctl -n {name} run web --image=kube.local/echo:1 --replicas={replicas} --port=8080");
        await Shell.RunAsync($"kctl -n {name} expose deployment web --port=80 --target-port=8080");
        await Shell.RunAsync($"kctl -n {name} rollout status deployment/web --timeout=60s");
        var url = $"http://{(await Shell.RunAsync($"kctl -n {name} get service web -o jsonpath='{{.spec.clusterIP}}'")).Text}/";
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(15), async () =>
        {
            try
            {
                await client.GetStringAsync(url);
                return null;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                return e.Message;
            }
        });
        return url;
    }
}
