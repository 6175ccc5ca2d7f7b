using System.Text.Json.Nodes;

namespace Kube.ApiServer.Tests.CustomResources;

/// <summary>A custom kind in a test.</summary>
internal sealed record Widgets(TestServer Server, string Group)
{
    public const string Definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    /// <summary>A version with all a version can have; text, number and list fields below spec, free status.</summary>
    public const string Full = """
        {"name":"v1","served":true,"storage":true,
        "schema":{"openAPIV3Schema":{"type":"object","required":["spec"],"description":"A widget.","properties":{
          "spec":{"type":"object","properties":{
            "color":{"type":"string","enum":["red","blue"],"default":"red","description":"What it looks like."},
            "replicas":{"type":"integer","minimum":0},
            "parts":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"size":{"type":"integer","default":1}}},
              "x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"]},
            "since":{"type":"string"},"free":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}},
          "status":{"type":"object","properties":{"phase":{"type":"string"},"replicas":{"type":"integer"},"selector":{"type":"string"}}}}}},
        "subresources":{"status":{},"scale":{"specReplicasPath":".spec.replicas","statusReplicasPath":".status.replicas","labelSelectorPath":".status.selector"}},
        "additionalPrinterColumns":[{"name":"Color","type":"string","jsonPath":".spec.color"},{"name":"Replicas","type":"integer","jsonPath":".spec.replicas"},
          {"name":"First","type":"string","jsonPath":".spec.parts[0].name","priority":1},{"name":"Since","type":"date","jsonPath":".spec.since"},{"name":"Bad","type":"boolean","jsonPath":".spec.color"}],
        "selectableFields":[{"jsonPath":".spec.color"}]}
        """;

    public string Name => $"widgets.{Group}";

    public string Path => $"{Definitions}/{Name}";

    public string Definition(params string[] versions) => $$$"""
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"{{{Name}}}"},
        "spec":{"group":"{{{Group}}}","scope":"Namespaced","names":{"plural":"widgets","singular":"widget","kind":"Widget","shortNames":["wd"],"categories":["all"]},
        "versions":[{{{string.Join(',', versions)}}}]}}
        """;

    /// <summary>The path of the collection in the default namespace, or of an object there.</summary>
    public string Of(string name = "", string version = "v1") => $"/apis/{Group}/{version}/namespaces/default/widgets{(name.Length == 0 ? "" : "/" + name)}";

    public string Body(string name, string rest, string version = "v1") => $$$"""{"apiVersion":"{{{Group}}}/{{{version}}}","kind":"Widget","metadata":{"name":"{{{name}}}"},{{{rest}}}}""";

    public async Task<Reply> CreateAsync(string name, string rest, string version = "v1") => (await Server.PostAsync(Of(version: version), Body(name, rest, version))).Expect(201);

    /// <summary>Waits until a condition of the definition is true.</summary>
    public async Task WaitForAsync(string condition)
    {
        await using var watch = await WatchReader.OpenAsync(Server, $"{Definitions}?watch=true&fieldSelector=metadata.name={Name}");
        while (await watch.NextEventAsync() is { } next)
        {
            if (Condition(next["object"]!, condition)?["status"]?.GetValue<string>() == "True")
            {
                return;
            }
        }

        Assert.Fail($"{Name} is not {condition}");
    }

    /// <summary>Waits until the definition is gone.</summary>
    public async Task WaitUntilGoneAsync()
    {
        await using var watch = await WatchReader.OpenAsync(Server, $"{Definitions}?watch=true&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&fieldSelector=metadata.name={Name}");
        var isThere = false;
        while (await watch.NextEventAsync() is { } next)
        {
            switch ((string)next["type"]!)
            {
                case "DELETED":
                case "BOOKMARK" when !isThere:
                    return;
                default:
                    isThere = true;
                    break;
            }
        }
    }

    /// <summary>Changes the definition.</summary>
    public async Task ChangeAsync(string mergePatch) => (await Server.PatchAsync(Path, mergePatch)).Expect(200);

    public static JsonNode? Condition(JsonNode definition, string type) =>
        definition["status"]?["conditions"]?.AsArray().FirstOrDefault(c => (string)c!["type"]! == type);
}
