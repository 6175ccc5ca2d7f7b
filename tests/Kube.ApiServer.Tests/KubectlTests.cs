using System.Security.Cryptography.X509Certificates;
using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>Unmodified kubectl, an old and a new one, against the server. Skipped where it is not installed.</summary>
public sealed class KubectlTests
{
    private const string Manifest = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, labels: {app: web}}
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - {name: c, image: "i:1", ports: [{containerPort: 80}]}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {a: "1"}
        """;

    public static TheoryData<string> Versions => ["1.27", "1.33"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Kubectl_DailyWork_Works(string version)
    {
        var binary = KubectlClients.Find(version);
        Assert.SkipWhen(binary is null, $"kubectl {version} is not installed");
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        var folder = Directory.CreateTempSubdirectory("apiserver-kubectl-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "ca.crt"), server.Api.Certificate.ExportCertificatePem());
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "web.yaml"), Manifest);
            var shell = new Shell(folder.FullName, new Dictionary<string, string> { ["HOME"] = folder.FullName, ["KUBECONFIG"] = Path.Combine(folder.FullName, "none") });
            var kubectl = $"{binary} --server={server.Api.Address} --certificate-authority=ca.crt --token={TestServer.Token}";
            await WalkAsync(shell, kubectl);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WalkAsync(Shell shell, string kubectl)
    {
        await Expect("apply -f web.yaml", "deployment.apps/web created\nconfigmap/settings created");
        await Expect("apply -f web.yaml", "deployment.apps/web unchanged\nconfigmap/settings unchanged");
        await shell.RunAsync("sed -i 's/i:1/i:2/' web.yaml");
        Assert.Contains("i:2", (await shell.TryAsync($"{kubectl} diff -f web.yaml")).Output, StringComparison.Ordinal);
        await Expect("apply -f web.yaml", "deployment.apps/web configured\nconfigmap/settings unchanged");
        await Expect("get deploy web -o jsonpath={.spec.template.spec.containers[0].image}", "i:2");
        Assert.StartsWith("NAME   READY   UP-TO-DATE   AVAILABLE   AGE   CONTAINERS   IMAGES   SELECTOR", (await shell.RunAsync($"{kubectl} get deploy -o wide")).Text, StringComparison.Ordinal);
        await Expect("scale deploy web --replicas=5", "deployment.apps/web scaled");
        await Expect("label deploy web tier=front", "deployment.apps/web labeled");
        Assert.StartsWith("deployment.apps/web annotate", (await shell.RunAsync($"{kubectl} annotate deploy web note=x")).Text, StringComparison.Ordinal);
        foreach (var (type, patch) in new[] { ("strategic", """{"spec":{"replicas":6}}"""), ("merge", """{"spec":{"replicas":7}}"""), ("json", """[{"op":"replace","path":"/spec/replicas","value":8}]""") })
        {
            await Expect($"patch deploy web --type={type} -p '{patch}'", "deployment.apps/web patched");
        }

        await Expect("get deploy web -o jsonpath={.spec.replicas}", "8");
        Assert.Contains("FIELD: strategy <DeploymentStrategy>", (await shell.RunAsync($"{kubectl} explain deployment.spec.strategy")).Text, StringComparison.Ordinal);
        Assert.Contains("deployments.apps", (await shell.RunAsync($"{kubectl} api-resources -o name")).Text, StringComparison.Ordinal);
        await Expect("create configmap typed --from-literal=k=v", "configmap/typed created");
        await Expect("create deployment other --image=i:1 --replicas=2", "deployment.apps/other created");
        await Expect("expose deployment other --port=80", "service/other exposed");
        await Expect("get cm typed -o jsonpath={.data.k}", "v");
        Assert.Equal(1, (await shell.TryAsync($"{kubectl} apply --validate=strict -f -", Manifest.Replace("replicas:", "replica:"))).ExitCode);
        await Expect("delete -f web.yaml", "deployment.apps \"web\" deleted\nconfigmap \"settings\" deleted");
        await Expect("wait --for=delete deploy/web --timeout=5s", "");

        async Task Expect(string arguments, string output) => Assert.Equal(output, (await shell.RunAsync($"{kubectl} {arguments}")).Text);
    }
}
