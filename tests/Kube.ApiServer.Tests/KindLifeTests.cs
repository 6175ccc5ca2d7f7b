using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Resources;

namespace Kube.ApiServer.Tests;

/// <summary>Every verb on every kind of the catalog, through raw REST, on both stores.</summary>
public sealed class KindLifeTests(ServerFixture fixture)
{
    /// <summary>All but the definitions of custom kinds: the server itself writes their status, and they go when their objects are gone. See CustomResources/.</summary>
    public static TheoryData<string, string> Runs
    {
        get
        {
            var runs = new TheoryData<string, string>();
            foreach (var resource in Catalog.All.Where(r => r.IsStored && r.Info.Plural != "customresourcedefinitions"))
            {
                runs.Add($"{resource.Info.ApiVersion} {resource.Info.Plural}", "memory");
                runs.Add($"{resource.Info.ApiVersion} {resource.Info.Plural}", "etcd");
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task AllVerbs_AnyKind_FollowOneObjectThroughItsLife(string served, string store)
    {
        var server = await fixture.OnAsync(store);
        var resource = Catalog.All.Single(r => $"{r.Info.ApiVersion} {r.Info.Plural}" == served);
        var ns = await fixture.NamespaceAsync(server);
        var life = new Life(server, resource, ns, Samples.NameOf(resource, $"x-{ns}"));
        var created = await life.CreateAsync();
        await using var watch = await WatchReader.OpenAsync(server, $"{life.Collection}?watch=true&fieldSelector=metadata.name={life.Name}&resourceVersion={created.Revision}");
        await life.ReadAsync(created);
        await life.UpdateAsync(created);
        await life.PatchAsync();
        await life.StatusAsync();
        await life.DeleteAsync();
        await life.SeenAsync(watch);
        await life.DeleteCollectionAsync();
    }

    /// <summary>One object on its way.</summary>
    private sealed class Life(TestServer server, Resource resource, string ns, string name)
    {
        private readonly string _kind = resource.Info.GroupResource;
        private readonly string _path = resource.Info.ObjectPath(ns, name);

        public string Name => name;

        public string Collection { get; } = resource.Info.CollectionPath(ns);

        // A namespace waits for what is in it.
        private bool GoesAtOnce => _kind != "namespaces";

        public async Task<Reply> CreateAsync()
        {
            var created = (await server.PostAsync(Collection, Samples.Of(resource, name, ns))).Expect(201);
            Assert.Equal(resource.Info.Kind, (string)created.Json["kind"]!);
            Assert.NotNull(created.Json["metadata"]!["uid"]);
            Assert.EndsWith("Z", (string)created.Json["metadata"]!["creationTimestamp"]!, StringComparison.Ordinal);
            (await server.PostAsync(Collection, Samples.Of(resource, name, ns))).ExpectFailure(409, "AlreadyExists", $"{_kind} \"{name}\" already exists");
            return created;
        }

        public async Task ReadAsync(Reply created)
        {
            Assert.Equal(created.Text, (await server.GetAsync(_path)).Expect(200).Text);
            var list = (await server.GetAsync($"{Collection}?fieldSelector=metadata.name={name}")).Expect(200);
            Assert.Equal(resource.Info.Kind + "List", (string)list.Json["kind"]!);
            Assert.Equal(created.Text, list.Json["items"]!.AsArray().Single()!.ToJsonString(ApiJson.Options));
            var table = (await server.GetAsync(_path, "application/json;as=Table;v=v1;g=meta.k8s.io")).Expect(200);
            Assert.Equal(table.Json["columnDefinitions"]!.AsArray().Count, table.Json["rows"]![0]!["cells"]!.AsArray().Count);
            var partial = (await server.GetAsync(Collection, "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io")).Expect(200);
            Assert.Equal("PartialObjectMetadataList", (string)partial.Json["kind"]!);
        }

        // Writing back what was read changes nothing, not even the revision; writing back what was changed meanwhile is refused.
        public async Task UpdateAsync(Reply created)
        {
            Assert.Equal(created.Revision, (await server.PutAsync(_path, created.Text)).Expect(200).Revision);
            var changed = JsonNode.Parse(created.Text)!;
            changed["metadata"]!["annotations"] = new JsonObject { ["put"] = "yes" };
            Assert.NotEqual(created.Revision, (await server.PutAsync(_path, changed.ToJsonString())).Expect(200).Revision);
            (await server.PutAsync(_path, created.Text)).ExpectFailure(
                409, "Conflict", $"Operation cannot be fulfilled on {_kind} \"{name}\": the object has been modified; please apply your changes to the latest version and try again");
        }

        public async Task PatchAsync()
        {
            (await server.PatchAsync(_path, """{"metadata":{"labels":{"merge":"yes"}}}""")).Expect(200);
            (await server.PatchAsync(_path, """{"metadata":{"labels":{"strategic":"yes"}}}""", "strategic-merge-patch+json")).Expect(200);
            (await server.PatchAsync(_path, """[{"op":"add","path":"/metadata/labels/json","value":"yes"}]""", "json-patch+json")).Expect(200);
            var applied = (await server.PatchAsync(
                _path + "?fieldManager=life", $$$"""{"apiVersion":"{{{resource.Info.ApiVersion}}}","kind":"{{{resource.Info.Kind}}}","metadata":{"labels":{"applied":"yes"} } }""", "apply-patch+yaml")).Expect(200);
            Assert.Equal(["applied", "json", "merge", "strategic"], applied.Json["metadata"]!["labels"]!.AsObject().Where(l => (string?)l.Value == "yes").Select(l => l.Key).Order());
            Assert.Contains(applied.Json["metadata"]!["managedFields"]!.AsArray(), e => (string)e!["manager"]! == "life" && (string)e["operation"]! == "Apply");
        }

        public async Task StatusAsync()
        {
            if (resource.Subresources.Any(s => s.Name == "status"))
            {
                var got = (await server.GetAsync(_path + "/status")).Expect(200);
                Assert.Equal(got.Revision, (await server.PutAsync(_path + "/status", got.Text)).Expect(200).Revision);
            }
        }

        public async Task DeleteAsync()
        {
            // What admission protects from deletion is let go first: no controller runs here.
            (await server.PatchAsync(_path, """{"metadata":{"finalizers":null,"labels":{"last":"yes"}}}""")).Expect(200);
            var deleted = (await server.DeleteAsync(_path + "?propagationPolicy=Background")).Expect(200);
            if (GoesAtOnce)
            {
                Assert.Equal(name, (string)(deleted.Json["details"] ?? deleted.Json["metadata"])!["name"]!);
                (await server.GetAsync(_path)).ExpectFailure(404, "NotFound", $"{_kind} \"{name}\" not found");
            }
        }

        /// <summary>A watch that began after the create has seen each write, and last the end.</summary>
        public async Task SeenAsync(WatchReader watch)
        {
            var seen = new List<(string Type, long Revision)>();
            while (seen.Count == 0 || seen[^1].Type != (GoesAtOnce ? "DELETED" : "MODIFIED") || (!GoesAtOnce && seen.Count < 7))
            {
                var next = Assert.IsType<JsonObject>(await watch.NextEventAsync());
                seen.Add(((string)next["type"]!, long.Parse((string)next["object"]!["metadata"]!["resourceVersion"]!)));
            }

            Assert.All(seen.SkipLast(1), e => Assert.Equal("MODIFIED", e.Type));
            Assert.True(seen.Count >= 7, $"only {seen.Count} events");
            Assert.Equal(seen.Select(e => e.Revision).Order(), seen.Select(e => e.Revision));
        }

        public async Task DeleteCollectionAsync()
        {
            if (!GoesAtOnce || !resource.Verbs.Contains("deletecollection"))
            {
                return;
            }

            (await server.PostAsync(Collection, Samples.Of(resource, name, ns, $"\"labels\":{{\"life\":\"{ns}\"}}"))).Expect(201);
            (await server.PatchAsync(_path, """{"metadata":{"finalizers":null}}""")).Expect(200);
            (await server.DeleteAsync($"{Collection}?propagationPolicy=Background&labelSelector=life={ns}")).Expect(200);
            Assert.Empty((await server.GetAsync($"{Collection}?labelSelector=life={ns}")).Expect(200).Json["items"]!.AsArray());
        }
    }
}
