using System.Security.Cryptography.X509Certificates;
using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>What unmodified kubectl does with quotas, limits, priority and runtime classes. Skipped where it is not installed.</summary>
public sealed class KubectlQuotaTests
{
    public static TheoryData<string> Versions => ["1.27", "1.33"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Kubectl_QuotasAndClasses_Work(string version)
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
            await WalkAsync(shell, $"{binary} --server={server.Api.Address} --certificate-authority=ca.crt --token={TestServer.Token}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WalkAsync(Shell shell, string kubectl)
    {
        Assert.Equal("resourcequota/q created", await RunAsync("create quota q --hard=pods=1,limits.cpu=2 --scopes=NotBestEffort"));
        await RunAsync("""patch quota q --subresource=status --type=merge -p '{"status":{"hard":{"pods":"1","limits.cpu":"2"},"used":{"pods":"0","limits.cpu":"0"}}}'""");
        Assert.Matches(@"^NAME +REQUEST +LIMIT +AGE\nq +pods: 0/1 +limits\.cpu: 0/2 +\d+s$", await RunAsync("get quota"));
        Assert.Matches(@"(?s)Scopes: +NotBestEffort.*limits\.cpu +0 +2\npods +0 +1", await RunAsync("describe quota q"));
        Assert.Contains("pods", await RunAsync("describe namespace default"), StringComparison.Ordinal);

        Assert.Equal("priorityclass.scheduling.k8s.io/high created", await RunAsync("create priorityclass high --value=1000 --description=important --preemption-policy=Never"));
        Assert.Matches(@"^NAME +VALUE +GLOBAL-DEFAULT +AGE +PREEMPTIONPOLICY\nhigh +1000 +false +\d+s +Never\nsystem-cluster-critical +2000000000 +false", await RunAsync("get pc"));

        await ApplyAsync("{apiVersion: v1, kind: LimitRange, metadata: {name: l}, spec: {limits: [{type: Container, max: {cpu: 2}, defaultRequest: {cpu: 1}}]}}");
        Assert.Matches(@"^NAME +CREATED AT\nl +\d{4}-\d\d-\d\dT", await RunAsync("get limits"));
        Assert.Matches(@"Container +cpu +- +2 +1 +2 +-", await RunAsync("describe limits l"));
        await ApplyAsync("{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: r}, handler: runc}");
        Assert.Matches(@"^NAME +HANDLER +AGE\nr +runc +\d+s$", await RunAsync("get runtimeclass"));

        await ApplyAsync("{apiVersion: v1, kind: ReplicationController, metadata: {name: rc}, spec: {template: {metadata: {labels: {app: x}}, spec: {containers: [{name: c, image: 'i:1'}]}}}}");
        Assert.Equal("replicationcontroller/rc scaled", await RunAsync("scale rc rc --replicas=3"));
        Assert.Matches(@"^NAME +DESIRED +CURRENT +READY +AGE\nrc +3 +0 +0 +\d+s$", await RunAsync("get rc"));

        // The limit of the LimitRange is counted; the second pod no longer fits.
        await RunAsync("run first --image=i:1");
        var second = await shell.TryAsync($"{kubectl} run second --image=i:1");
        Assert.Contains("pods \"second\" is forbidden: exceeded quota: q, requested: limits.cpu=2,pods=1, used: limits.cpu=2,pods=1, limited: limits.cpu=2,pods=1", second.Output + second.Error, StringComparison.Ordinal);

        async Task<string> RunAsync(string arguments) => (await shell.RunAsync($"{kubectl} {arguments}")).Text;

        Task ApplyAsync(string yaml) => shell.RunAsync($"{kubectl} apply -f -", $"---\n{yaml}\n");
    }
}
