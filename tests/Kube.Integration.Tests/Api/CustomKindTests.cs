namespace Kube.Integration.Tests.Api;

/// <summary>A custom kind through its whole life with unmodified kubectl, an old and a new one, on both stores.</summary>
public class CustomKindTests
{
    private const string Definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {plural: widgets, singular: widget, kind: Widget, shortNames: [wd], categories: [all]}
          versions:
          - name: v1
            served: true
            storage: true
            subresources:
              status: {}
              scale: {specReplicasPath: .spec.replicas, statusReplicasPath: .status.replicas, labelSelectorPath: .status.selector}
            additionalPrinterColumns:
            - {name: Color, type: string, jsonPath: .spec.color}
            - {name: Replicas, type: integer, jsonPath: .spec.replicas, priority: 1}
            - {name: Age, type: date, jsonPath: .metadata.creationTimestamp}
            schema:
              openAPIV3Schema:
                type: object
                description: A widget is a thing.
                required: [spec]
                properties:
                  spec:
                    type: object
                    properties:
                      color: {type: string, enum: [red, blue], default: red, description: What it looks like.}
                      replicas: {type: integer, minimum: 0, default: 1}
                      parts:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [name]
                        items: {type: object, required: [name], properties: {name: {type: string}, size: {type: integer}}}
                  status:
                    type: object
                    properties: {phase: {type: string}, replicas: {type: integer}, selector: {type: string}}
        """;

    private const string Widget = """
        apiVersion: example.com/v1
        kind: Widget
        metadata: {name: one, labels: {app: x}}
        spec: {color: red, parts: [{name: a, size: 1}]}
        """;

    public static TheoryData<string, string> Runs => new() { { "1.27", "memory" }, { "1.33", "memory" }, { "1.27", "etcd" }, { "1.33", "etcd" } };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Kubectl_CustomKind_WorksAsOnBuiltInKinds(string version, string store)
    {
        await using var stores = new Stores();
        await using var server = await TestServer.StartAsync(await stores.OpenAsync(store));
        var kubectl = new Kubectl(server, version);
        kubectl.Write("crd.yaml", Definition);
        kubectl.Write("one.yaml", Widget);
        Assert.Equal("customresourcedefinition.apiextensions.k8s.io/widgets.example.com created", await kubectl.RunAsync("apply -f crd.yaml"));
        await kubectl.RunAsync("wait --for=condition=Established crd/widgets.example.com --timeout=10s");
        Assert.Equal("widget.example.com/one created", await kubectl.RunAsync("apply -f one.yaml"));
        await ReadAsync(kubectl);
        await WriteAsync(kubectl);
        await ApplyAsync(kubectl);
        await EndAsync(kubectl);
    }

    [Fact]
    public async Task TwoServers_OneEtcd_ServeTheSameKindsAtOnce()
    {
        await using var stores = new Stores();
        await using var one = await TestServer.StartAsync(await stores.OpenAsync("etcd"));
        await using var two = await TestServer.StartAsync(await stores.OpenAsync("etcd"));
        var (here, there) = (new Kubectl(one, "1.33"), new Kubectl(two, "1.33"));
        here.Write("crd.yaml", Definition);
        there.Write("one.yaml", Widget);
        for (var round = 0; round < 2; round++)
        {
            await here.RunAsync("apply -f crd.yaml");
            await there.RunAsync("wait --for=condition=Established crd/widgets.example.com --timeout=10s");
            await there.RunAsync("apply -f one.yaml");
            Assert.Equal("red", await here.RunAsync("get widget one -o jsonpath='{.spec.color}'"));
            await there.RunAsync("delete crd widgets.example.com --timeout=10s");
            Assert.Contains("the server could not find the requested resource", await there.FailAsync("get widgets"), StringComparison.Ordinal);
        }
    }

    private static async Task ReadAsync(Kubectl kubectl)
    {
        Assert.Matches(@"^NAME   COLOR   AGE\none    red     \d+s$", await kubectl.RunAsync("get wd"));
        Assert.Matches(@"^NAME   COLOR   REPLICAS   AGE\none    red     1          \d+s$", await kubectl.RunAsync("get widgets.v1.example.com -o wide"));
        Assert.Contains("widget.example.com/one", await kubectl.RunAsync("get all"), StringComparison.Ordinal);
        Assert.Contains("Color:", await kubectl.RunAsync("describe widget one"), StringComparison.Ordinal);
        Assert.Contains("widgets", await kubectl.RunAsync("api-resources --api-group=example.com"), StringComparison.Ordinal);
        var explained = await kubectl.RunAsync("explain widget --recursive");
        Assert.Contains("A widget is a thing.", explained, StringComparison.Ordinal);
        Assert.Contains("parts", explained, StringComparison.Ordinal);
        Assert.Contains("What it looks like.", await kubectl.RunAsync("explain widgets.spec.color"), StringComparison.Ordinal);
        Assert.Contains("customresourcedefinition", await kubectl.RunAsync("explain crd.spec.versions.schema"), StringComparison.OrdinalIgnoreCase);
        Assert.Matches(@"^NAME +CREATED AT\nwidgets.example.com", await kubectl.RunAsync("get crds"));
    }

    private static async Task WriteAsync(Kubectl kubectl)
    {
        Assert.Equal("widget.example.com/one unchanged", await kubectl.RunAsync("apply -f one.yaml"));
        kubectl.Write("one.yaml", Widget.Replace("size: 1", "size: 2", StringComparison.Ordinal));
        Assert.Contains("size: 2", await kubectl.FailAsync("diff -f one.yaml"), StringComparison.Ordinal);
        Assert.Equal("widget.example.com/one configured", await kubectl.RunAsync("apply -f one.yaml"));
        Assert.Equal("widget.example.com/one scaled", await kubectl.RunAsync("scale widget one --replicas=3"));
        Assert.Equal("widget.example.com/one labeled", await kubectl.RunAsync("label widget one tier=front"));
        await kubectl.RunAsync("""patch widget one --type=merge -p '{"spec":{"replicas":4}}'""");
        await kubectl.RunAsync("""patch widget one --type=json -p '[{"op":"replace","path":"/spec/replicas","value":5}]'""");
        await kubectl.RunAsync("""patch widget one --subresource=status --type=merge -p '{"status":{"phase":"Up"}}'""");
        Assert.Contains("strategic", await kubectl.FailAsync("""patch widget one --type=strategic -p '{"spec":{"replicas":6}}'"""), StringComparison.Ordinal);
        await kubectl.RunAsync("wait widget/one --for=jsonpath='{.status.phase}'=Up --timeout=5s");
        Assert.Equal("2 5 Up", await kubectl.RunAsync("get widget one -o jsonpath='{.spec.parts[0].size} {.spec.replicas} {.status.phase}'"));
        await kubectl.RunAsync("edit widget one", editor: "sed -i s/color:.red/color:\\ blue/");
        Assert.Equal("blue", await kubectl.RunAsync("get widget one -o jsonpath='{.spec.color}'"));
        Assert.Contains("Unsupported value: \"green\"", await kubectl.FailAsync("""patch widget one --type=merge -p '{"spec":{"color":"green"}}'"""), StringComparison.Ordinal);
        Assert.Contains("unknown field \"spec.colour\"", await kubectl.FailAsync("create -f -", Widget.Replace("color", "colour", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static async Task ApplyAsync(Kubectl kubectl)
    {
        kubectl.Write("two.yaml", Widget.Replace("name: one", "name: two", StringComparison.Ordinal));
        Assert.Equal("widget.example.com/two serverside-applied", await kubectl.RunAsync("apply --server-side -f two.yaml"));
        kubectl.Write("other.yaml", Widget.Replace("name: one", "name: two", StringComparison.Ordinal).Replace("{name: a, size: 1}", "{name: b}", StringComparison.Ordinal));
        await kubectl.RunAsync("apply --server-side --field-manager=other -f other.yaml");
        Assert.Equal("a b", await kubectl.RunAsync("get widget two -o jsonpath='{.spec.parts[*].name}'"));
        kubectl.Write("other.yaml", Widget.Replace("name: one", "name: two", StringComparison.Ordinal).Replace("color: red", "color: blue", StringComparison.Ordinal));
        Assert.Contains("conflict with \"kubectl\": .spec.color", await kubectl.FailAsync("apply --server-side --field-manager=other -f other.yaml"), StringComparison.Ordinal);
        Assert.Equal("", await kubectl.RunAsync("diff --server-side -f two.yaml"));
    }

    private static async Task EndAsync(Kubectl kubectl)
    {
        Assert.StartsWith("widget.example.com \"two\" deleted", await kubectl.RunAsync("delete widget two"), StringComparison.Ordinal);
        Assert.Contains("customresourcedefinition.apiextensions.k8s.io \"widgets.example.com\" deleted", await kubectl.RunAsync("delete crd widgets.example.com --timeout=10s"), StringComparison.Ordinal);
        Assert.Contains("the server could not find the requested resource", await kubectl.FailAsync("get widgets"), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", await kubectl.RunAsync("api-resources"), StringComparison.Ordinal);
    }
}
