using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Create;
using Kctl.Kustomize;

namespace Kctl.Tests;

public sealed class KustomizeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kctl-kustomize-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Build_Overlay_ChangesTheBaseAndWhatRefersToIt()
    {
        Base();
        Write("over/kustomization.yaml", """
            resources: [../base]
            namePrefix: p-
            namespace: prod
            commonLabels: {app: web}
            commonAnnotations: {note: hi}
            images: [{name: nginx, newName: registry/nginx, newTag: "2"}]
            replicas: [{name: web, count: 5}]
            configMapGenerator: [{name: conf, behavior: merge, literals: [c=d]}]
            """);
        var built = Build("over");
        Assert.Equal(["ConfigMap", "Service", "Deployment"], built.Select(o => o.Text("kind")));
        var (map, service, deployment) = (built[0], built[1], built[2]);
        Assert.StartsWith("p-conf-", map.Name(), StringComparison.Ordinal);
        Assert.Equal("d", map.Text("data", "c"));
        Assert.Equal("web", service.Text("spec", "selector", "app"));
        Assert.All(built, o => Assert.Equal("prod hi", $"{o.Namespace()} {o.Text("metadata", "annotations", "note")}"));
        var container = deployment.Objects("spec", "template", "spec", "containers")[0];
        Assert.Equal($"registry/nginx:2 {map.Name()}", $"{container.Text("image")} {container.Objects("envFrom")[0].Text("configMapRef", "name")}");
        Assert.Equal("5 web web", $"{deployment.Number("spec", "replicas")} {deployment.Text("spec", "selector", "matchLabels", "app")} {deployment.Text("spec", "template", "metadata", "labels", "app")}");
    }

    [Fact]
    public void Build_Patches_MergeReplaceAndDelete()
    {
        Base();
        Write("over/dep.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{name: side, image: b}]}}}\n");
        Write("over/kustomization.yaml", """
            resources: [../base]
            patchesStrategicMerge: [dep.yaml]
            patches:
            - target: {kind: Deployment, name: w.*}
              patch: |-
                - op: add
                  path: /spec/paused
                  value: true
            - patch: |-
                $patch: delete
                apiVersion: v1
                kind: Service
                metadata: {name: web}
            """);
        var built = Build("over");
        Assert.Equal(["ConfigMap", "Deployment"], built.Select(o => o.Text("kind")));
        Assert.Equal(["side", "c"], built[1].Objects("spec", "template", "spec", "containers").Select(c => c.Text("name")));
        Assert.True(built[1].Flag("spec", "paused"));
    }

    [Fact]
    public void Build_Component_WorksOnAllResources()
    {
        Base();
        Write("comp/kustomization.yaml", "kind: Component\nlabels: [{pairs: {tier: front}}]\n");
        Write("over/kustomization.yaml", "resources: [../base]\ncomponents: [../comp]\n");
        Assert.All(Build("over"), o => Assert.Equal("front", o.Text("metadata", "labels", "tier")));
    }

    [Theory]
    [InlineData("helmCharts: []", "\"helmCharts\" is not carried out by kctl")]
    [InlineData("resource: [a]", "did you mean \"resources\"?")]
    [InlineData("resources: [nope.yaml]", "\"nope.yaml\" is neither a file nor a folder")]
    [InlineData("patches: [{patch: '[]'}]", "must specify a target for a JSON patch")]
    [InlineData("replicas: [{name: nope, count: 1}]", "resource with name nope does not match")]
    [InlineData("components: [../base]", "is not a component")]
    public void Build_WhatCannotBe_SaysWhy(string text, string expected)
    {
        Base();
        Write("over/kustomization.yaml", text);
        Assert.Contains(expected, Assert.Throws<CommandException>(() => Build("over")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nginx", "nginx:2")]
    [InlineData("nginx:1", "nginx:2")]
    [InlineData("nginx@sha256:a", "nginx:2")]
    [InlineData("host:5000/nginx:1", "host:5000/nginx:1")]
    public void NewImage_Tag_IsReplaced(string image, string expected) =>
        Assert.Equal(expected, ContainerTransform.NewImage(image, new JsonObject { ["name"] = "nginx", ["newTag"] = "2" }));

    [Fact]
    public void Of_Content_IsTheHashKubectlAppends()
    {
        Assert.Equal("8b97kthbd2", ContentHash.Of(JsonNode.Parse("""{"kind":"ConfigMap","metadata":{"name":"g"},"data":{"a":"b"}}""")!.AsObject()));
        Assert.Equal("6bmfk69m66", ContentHash.Of(JsonNode.Parse("""{"kind":"Secret","metadata":{"name":"g"},"data":{"a":"Yg=="}}""")!.AsObject()));
    }

    private IReadOnlyList<JsonObject> Build(string folder) => Kustomization.Build(Path.Combine(_folder, folder));

    private void Base()
    {
        Write("base/kustomization.yaml", "resources: [all.yaml]\nconfigMapGenerator: [{name: conf, literals: [a=b]}]\n");
        Write("base/all.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {template: {spec: {containers: [{name: c, image: 'nginx:1', envFrom: [{configMapRef: {name: conf}}]}]}}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {ports: [{port: 80}]}
            """);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
