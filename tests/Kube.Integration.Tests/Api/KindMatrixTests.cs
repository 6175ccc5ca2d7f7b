using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Resources;
using Kube.Testing;

namespace Kube.Integration.Tests.Api;

/// <summary>
/// What people do with objects, done to one object of every stored kind by unmodified kubectl, an old and a new one, against both stores.
/// Each command takes all kinds at once: the matrix is complete and still quick.
/// </summary>
public sealed class KindMatrixTests
{
    private const string Space = "matrix";

    private const string Revisions = "get -f all.json -o jsonpath='{range .items[*]}{.kind}={.metadata.resourceVersion} {end}'";

    /// <summary>kubectl 1.27 describes addresses, and 1.33 attributes classes, through the alpha and beta versions of its time, which servers of today do not have.</summary>
    private static readonly string[] s_notDescribed = ["IPAddress", "VolumeAttributesClass"];

    /// <summary>Namespaces end with a finalizer that only a controller removes; nodes of that name would get pods.</summary>
    private static readonly List<Resource> s_kinds = [.. Catalog.All.Where(r => r.IsStored && r.StoredAs is null && r.Verbs.Contains("create") && r.Info.GroupResource != "namespaces")];

    public static TheoryData<string, string> Runs => new() { { "1.27", "memory" }, { "1.33", "memory" }, { "1.27", "etcd" }, { "1.33", "etcd" } };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task EveryKind_EveryCommand_Works(string version, string store)
    {
        await using var stores = new Stores();
        await using var server = await TestServer.StartAsync(await stores.OpenAsync(store));
        var kubectl = new Kubectl(server, version);
        await kubectl.RunAsync($"create namespace {Space}");
        kubectl.Write("all.json", Manifest(_ => true));
        var kinds = string.Join(',', s_kinds.Select(k => k.Info.GroupResource));

        await AllAsync("create -f all.json --dry-run=server");
        await AllAsync("create -f all.json");
        await AllAsync("get -f all.json -o name");
        foreach (var form in (string[])["", "-o wide", "-o yaml", "--show-labels", "-o custom-columns=N:.metadata.name,U:.metadata.uid"])
        {
            Assert.Contains("matrix", await kubectl.RunAsync($"get {kinds} -n {Space} -l in=matrix {form}"), StringComparison.Ordinal);
        }

        await AllAsync("label -f all.json step=one");
        await AllAsync("annotate -f all.json step=one");
        await AllAsync("""patch -f all.json --type=merge -p '{"metadata":{"labels":{"merge":"yes"}}}'""");
        await AllAsync("""patch -f all.json --type=strategic -p '{"metadata":{"labels":{"strategic":"yes"}}}'""");
        await AllAsync("""patch -f all.json --type=json -p '[{"op":"add","path":"/metadata/labels/json","value":"yes"}]'""");
        await AllAsync("apply -f all.json");
        var revisions = await kubectl.RunAsync(Revisions);
        await AllAsync("apply -f all.json");
        Assert.Equal(revisions, await kubectl.RunAsync(Revisions));
        Assert.Equal("", await kubectl.RunAsync("diff -f all.json"));
        await AllAsync("apply -f all.json --server-side --field-manager=matrix --force-conflicts");
        Assert.Equal("", await kubectl.RunAsync("diff -f all.json --server-side --field-manager=matrix --force-conflicts"));
        var marks = JsonNode.Parse(await kubectl.RunAsync("get -f all.json -o json"))!["items"]!.AsArray();
        Assert.All(marks, o => Assert.Equal(("one", "yes", "yes", "yes"), (Label(o, "step"), Label(o, "merge"), Label(o, "strategic"), Label(o, "json"))));
        await kubectl.RunAsync("get -f all.json -o yaml > back.yaml");
        await AllAsync("replace -f back.yaml");
        kubectl.Write("described.json", Manifest(k => !s_notDescribed.Contains(k.Info.Kind)));
        await kubectl.RunAsync("describe -f described.json");
        await kubectl.RunAsync($"delete {kinds} -n {Space} -l in=matrix --wait=false --grace-period=0 --force");
        // What a finalizer holds back is on its way out.
        var left = JsonNode.Parse(await kubectl.RunAsync($"get {kinds} -n {Space} -l in=matrix -o json"))!["items"]!.AsArray();
        Assert.All(left, o => Assert.NotNull(o!["metadata"]!["deletionTimestamp"]));

        async Task AllAsync(string command)
        {
            var lines = (await kubectl.RunAsync(command)).Split('\n').Where(l => l.Length > 0 && !l.StartsWith("Warning", StringComparison.Ordinal));
            Assert.Equal(s_kinds.Count, lines.Count());
        }
    }

    [Theory]
    [MemberData(nameof(Kubectl.Versions), MemberType = typeof(Kubectl))]
    public async Task EveryKind_Explain_ListsItsFields(string version)
    {
        await using var server = await TestServer.StartAsync();
        var kubectl = new Kubectl(server, version);
        foreach (var info in Catalog.All.Select(r => r.Info))
        {
            var text = await kubectl.RunAsync($"explain {info.Plural} --api-version={info.ApiVersion} --recursive");
            Assert.Contains($"KIND:       {info.Kind}", text, StringComparison.Ordinal);
            Assert.Contains("metadata", text, StringComparison.Ordinal);
        }

        var resources = await kubectl.RunAsync("api-resources --no-headers");
        Assert.All(Catalog.All, r => Assert.Contains(r.Info.Plural, resources, StringComparison.Ordinal));
    }

    private static string? Label(JsonNode? obj, string key) => (string?)obj!["metadata"]!["labels"]![key];

    /// <summary>All objects, in one List. Labels of their own let one selector find them.</summary>
    private static string Manifest(Func<Resource, bool> wanted)
    {
        var items = new JsonArray();
        foreach (var kind in s_kinds.Where(wanted))
        {
            var obj = JsonNode.Parse(Samples.Of(kind, Samples.NameOf(kind, "matrix"), Space))!;
            var metadata = obj["metadata"]!.AsObject();
            metadata["labels"] ??= new JsonObject();
            metadata["labels"]!["in"] = "matrix";
            if (kind.Info.Namespaced)
            {
                metadata["namespace"] = Space;
            }

            items.Add(obj);
        }

        return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "List", ["items"] = items }.ToJsonString(ApiJson.Options);
    }
}
