namespace Kube.Integration.Tests.Api;

/// <summary>What people do to single objects with kubectl; no controllers needed.</summary>
public class KubectlObjectsTests
{
    private const string ConfigMap = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
          labels: {app: web, tier: front}
        data:
          colour: green
          size: "3"
        """;

    [Theory]
    [MemberData(nameof(Kubectl.Versions), MemberType = typeof(Kubectl))]
    public async Task Apply_Reapply_Change_Remove(string version)
    {
        await using var server = await TestServer.StartAsync();
        var kubectl = new Kubectl(server, version);
        kubectl.Write("settings.yaml", ConfigMap);
        Assert.Equal("configmap/settings created", await kubectl.RunAsync("apply -f settings.yaml"));
        Assert.Equal("configmap/settings unchanged", await kubectl.RunAsync("apply -f settings.yaml"));

        kubectl.Write("settings.yaml", ConfigMap.Replace("  size: \"3\"", "  shape: round", StringComparison.Ordinal).Replace(", tier: front", "", StringComparison.Ordinal));
        var diff = await kubectl.FailAsync("diff -f settings.yaml");
        Assert.Contains("-  size: \"3\"", diff, StringComparison.Ordinal);
        Assert.Contains("+  shape: round", diff, StringComparison.Ordinal);
        Assert.Equal("configmap/settings configured", await kubectl.RunAsync("apply -f settings.yaml"));
        Assert.Equal("", await kubectl.RunAsync("diff -f settings.yaml"));
        Assert.Equal("""{"colour":"green","shape":"round"} {"app":"web"}""", await kubectl.RunAsync("get cm settings -o jsonpath='{.data} {.metadata.labels}'"));
        Assert.Equal("configmap \"settings\" deleted", (await kubectl.RunAsync("delete -f settings.yaml")).Replace(" from default namespace", "", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kubectl.Versions), MemberType = typeof(Kubectl))]
    public async Task ApplyServerSide_TwoManagers_ConflictAndForce(string version)
    {
        await using var server = await TestServer.StartAsync();
        var kubectl = new Kubectl(server, version);
        kubectl.Write("settings.yaml", ConfigMap);
        Assert.Equal("configmap/settings serverside-applied", await kubectl.RunAsync("apply --server-side -f settings.yaml"));
        kubectl.Write("settings.yaml", ConfigMap.Replace("green", "red", StringComparison.Ordinal));
        var conflict = await kubectl.FailAsync("apply --server-side --field-manager=other -f settings.yaml");
        Assert.Contains("conflict with \"kubectl\": .data.colour", conflict, StringComparison.Ordinal);
        await kubectl.RunAsync("apply --server-side --field-manager=other --force-conflicts -f settings.yaml");
        Assert.Equal("red", await kubectl.RunAsync("get cm settings -o jsonpath='{.data.colour}'"));
    }

    [Theory]
    [MemberData(nameof(Kubectl.Versions), MemberType = typeof(Kubectl))]
    public async Task Label_Annotate_Patch_ChangeWhatTheySay(string version)
    {
        await using var server = await TestServer.StartAsync();
        var kubectl = new Kubectl(server, version);
        await kubectl.RunAsync("create configmap settings --from-literal=colour=green");
        Assert.Equal("configmap/settings labeled", await kubectl.RunAsync("label cm settings app=web"));
        Assert.Contains("already has a value (web), and --overwrite is false", await kubectl.FailAsync("label cm settings app=api"), StringComparison.Ordinal);
        Assert.Equal("configmap/settings labeled", await kubectl.RunAsync("label cm settings app=api --overwrite"));
        Assert.StartsWith("configmap/settings annotate", await kubectl.RunAsync("annotate cm settings note='a b'"), StringComparison.Ordinal);
        Assert.Equal("configmap/settings", await kubectl.RunAsync("get cm -l app=api -o name"));
        Assert.Equal("configmap/settings unlabeled", await kubectl.RunAsync("label cm settings app-"));

        await kubectl.RunAsync("""patch cm settings -p '{"data":{"a":"1"}}'""");
        await kubectl.RunAsync("""patch cm settings --type=merge -p '{"data":{"b":"2","colour":null}}'""");
        await kubectl.RunAsync("""patch cm settings --type=json -p '[{"op":"add","path":"/data/c","value":"3"},{"op":"test","path":"/data/a","value":"1"}]'""");
        Assert.Equal("""{"a":"1","b":"2","c":"3"}""", await kubectl.RunAsync("get cm settings -o jsonpath='{.data}'"));
        Assert.Contains("testing value /data/a failed", await kubectl.FailAsync("""patch cm settings --type=json -p '[{"op":"test","path":"/data/a","value":"9"}]'"""), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Kubectl.Versions), MemberType = typeof(Kubectl))]
    public async Task Errors_ReadAsFromKubernetes(string version)
    {
        await using var server = await TestServer.StartAsync();
        var kubectl = new Kubectl(server, version);
        Assert.Equal("Error from server (NotFound): configmaps \"nope\" not found", await kubectl.FailAsync("get cm nope"));
        Assert.Equal("error: the server doesn't have a resource type \"gizmos\"", await kubectl.FailAsync("get gizmos"));
        await kubectl.RunAsync("create configmap settings");
        Assert.Equal("error: failed to create configmap: configmaps \"settings\" already exists", await kubectl.FailAsync("create configmap settings"));
        Assert.Contains("The Pod \"Bad_Name\" is invalid: metadata.name: Invalid value: \"Bad_Name\"", await kubectl.FailAsync("create -f -", Pod("Bad_Name", "")), StringComparison.Ordinal);
        Assert.Contains("unknown field \"spec.replicaz\"", await kubectl.FailAsync("create -f -", Pod("web", "  replicaz: 3")), StringComparison.Ordinal);
        Assert.Contains("namespaces \"nowhere\" not found", await kubectl.FailAsync("create configmap x -n nowhere"), StringComparison.Ordinal);
        Assert.Contains("error converting YAML to JSON", await kubectl.FailAsync("create -f -", "a: [1\nb"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kubectl.Versions), MemberType = typeof(Kubectl))]
    public async Task Discovery_Explain_Version(string version)
    {
        await using var server = await TestServer.StartAsync();
        var kubectl = new Kubectl(server, version);
        var resources = await kubectl.RunAsync("api-resources");
        Assert.Matches(@"(?m)^deployments +deploy +apps/v1 +true +Deployment", resources);
        Assert.Matches(@"(?m)^nodes +no +v1 +false +Node", resources);
        Assert.Contains("apps/v1", await kubectl.RunAsync("api-versions"), StringComparison.Ordinal);
        Assert.Contains("Server Version", await kubectl.RunAsync("version"), StringComparison.Ordinal);
        Assert.Contains("is running at", await kubectl.RunAsync("cluster-info"), StringComparison.Ordinal);
        Assert.Matches(@"(?s)KIND: +Deployment.*FIELD: +replicas <integer>.*DESCRIPTION:", await kubectl.RunAsync("explain deployment.spec.replicas"));
        Assert.Contains("containers\t<[]Container> -required-", await kubectl.RunAsync("explain pod.spec --recursive=false"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kubectl.Versions), MemberType = typeof(Kubectl))]
    public async Task Get_Outputs_ShowTheObjects(string version)
    {
        await using var server = await TestServer.StartAsync();
        var kubectl = new Kubectl(server, version);
        await kubectl.RunAsync("create -f -", Pod("web", ""));
        Assert.Matches(@"(?m)^NAME +READY +STATUS +RESTARTS +AGE +IP +NODE +NOMINATED NODE +READINESS GATES\nweb +0/1 +Pending +0 +\S+ +<none> +<none> +<none> +<none>$", await kubectl.RunAsync("get pods -o wide"));
        Assert.Contains("\n  restartPolicy: Always\n", await kubectl.RunAsync("get pod web -o yaml"), StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"Pod\"", await kubectl.RunAsync("get pod web -o json"), StringComparison.Ordinal);
        Assert.Equal("NAME   IMAGE\nweb    kube.local/echo:1", await kubectl.RunAsync("get pods -o custom-columns=NAME:.metadata.name,IMAGE:.spec.containers[0].image"));
        Assert.Equal("web=default-scheduler", await kubectl.RunAsync("get pods -o go-template='{{range .items}}{{.metadata.name}}={{.spec.schedulerName}}{{end}}'"));
        Assert.Contains("No resources found", await kubectl.RunAsync("get pods --field-selector=status.phase=Running 2>&1"), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^NAMESPACE +NAME.*\ndefault +web ", await kubectl.RunAsync("get pods -A"));
        Assert.Matches(@"(?m)^NAME .*LABELS\nweb .*app=web", await kubectl.RunAsync("get pods --show-labels"));
        Assert.Contains("default-scheduler", await kubectl.RunAsync("get pods --sort-by=.metadata.name -o yaml"), StringComparison.Ordinal);
        Assert.Matches(@"(?s)Name: +web\nNamespace: +default.*Containers:\n  main:", await kubectl.RunAsync("describe pod web"));
        Assert.Equal("pod/web", await kubectl.RunAsync("get pods --chunk-size=1 -o name"));
    }

    [Theory]
    [MemberData(nameof(Kubectl.Versions), MemberType = typeof(Kubectl))]
    public async Task DryRun_Replace_Create_Delete(string version)
    {
        await using var server = await TestServer.StartAsync();
        var kubectl = new Kubectl(server, version);
        Assert.Equal("configmap/settings created (server dry run)", await kubectl.RunAsync("create configmap settings --dry-run=server"));
        Assert.Contains("NotFound", await kubectl.FailAsync("get cm settings"), StringComparison.Ordinal);
        await kubectl.RunAsync("create -f -", ConfigMap);
        Assert.Equal("configmap/settings replaced", await kubectl.RunAsync("replace -f -", ConfigMap.Replace("green", "blue", StringComparison.Ordinal)));
        Assert.Equal("blue", await kubectl.RunAsync("get cm settings -o jsonpath='{.data.colour}'"));
        await kubectl.RunAsync("create secret generic key --from-literal=password=secret");
        Assert.Equal("c2VjcmV0", await kubectl.RunAsync("get secret key -o jsonpath='{.data.password}'"));
        await kubectl.RunAsync("create namespace other");
        await kubectl.RunAsync("create serviceaccount robot -n other");
        await kubectl.RunAsync("create service clusterip web --tcp=80:8080");
        Assert.Matches(@"^10\.96\.\d+\.\d+$", await kubectl.RunAsync("get service web -o jsonpath='{.spec.clusterIP}'"));
        await kubectl.RunAsync("delete cm,secret,service --all");
        Assert.Equal("", await kubectl.RunAsync("get cm,secret -o name --field-selector=metadata.name!=kube-root-ca.crt"));
    }

    private static string Pod(string name, string extra) => $"""
        apiVersion: v1
        kind: Pod
        metadata:
          name: {name}
          labels:
            app: web
        spec:
        {extra}
          containers:
          - name: main
            image: kube.local/echo:1
        """;
}
