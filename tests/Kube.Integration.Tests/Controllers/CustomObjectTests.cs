using System.Net.Http.Headers;
using System.Text;
using Kube.Api.ApiExtensions.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Integration.Tests.Controllers;

/// <summary>Objects of custom kinds go with their owners and with their namespace.</summary>
public class CustomObjectTests(ControllerCluster cluster) : IClassFixture<ControllerCluster>
{
    [Fact]
    public async Task Owner_Deleted_CustomObjectGoesToo()
    {
        var ns = await cluster.NewNamespaceAsync();
        var kind = await DefineAsync("owned");
        var owner = await cluster.Client.CreateAsync(new ConfigMap { Metadata = new ObjectMeta { Name = "owner", Namespace = ns } });
        await CreateAsync(kind, ns, "kept", "");
        await CreateAsync(kind, ns, "one", $$""","ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"owner","uid":"{{owner.Metadata!.Uid}}"}]""");
        await cluster.Client.DeleteAsync<ConfigMap>(ns, "owner");
        await UntilNotFoundAsync($"{kind}/namespaces/{ns}/things/one");
        using var kept = await cluster.Client.SendAsync(HttpMethod.Get, $"{kind}/namespaces/{ns}/things/kept", null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Namespace_Deleted_CustomObjectsGoWithIt()
    {
        var ns = await cluster.NewNamespaceAsync();
        var kind = await DefineAsync("spaced");
        await CreateAsync(kind, ns, "one", "");
        await cluster.Client.DeleteAsync<Namespace>(null, ns);
        await cluster.UntilGoneAsync<Namespace>(null, ns);
        await UntilNotFoundAsync($"{kind}/namespaces/{ns}/things/one");
    }

    /// <summary>Defines things in a group of their own; returns the path of its version.</summary>
    private async Task<string> DefineAsync(string group)
    {
        group += ".example.com";
        await cluster.Client.CreateAsync(new CustomResourceDefinition
        {
            Metadata = new ObjectMeta { Name = $"things.{group}" },
            Spec = new CustomResourceDefinitionSpec
            {
                Group = group,
                Scope = ResourceScope.Namespaced,
                Names = new CustomResourceDefinitionNames { Plural = "things", Kind = "Thing" },
                Versions = [new CustomResourceDefinitionVersion { Name = "v1", Served = true, Storage = true, Schema = new CustomResourceValidation { OpenAPIV3Schema = new JSONSchemaProps { Type = "object" } } }],
            },
        });
        await cluster.UntilAsync<CustomResourceDefinition>(null, $"things.{group}", d => d.Status?.Conditions?.Exists(c => c is { Type: "Established", Status: "True" }) == true);
        return $"/apis/{group}/v1";
    }

    private async Task CreateAsync(string kind, string ns, string name, string metadata)
    {
        var body = new StringContent($$$"""{"apiVersion":"{{{kind[6..]}}}","kind":"Thing","metadata":{"name":"{{{name}}}"{{{metadata}}}}}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await cluster.Client.SendAsync(HttpMethod.Post, $"{kind}/namespaces/{ns}/things", body, TestContext.Current.CancellationToken);
    }

    private Task UntilNotFoundAsync(string path) => Kube.Testing.Eventually.HoldsAsync(TimeSpan.FromSeconds(30), async () =>
    {
        try
        {
            using var response = await cluster.Client.SendAsync(HttpMethod.Get, path, null, TestContext.Current.CancellationToken);
            return await response.Content.ReadAsStringAsync();
        }
        catch (ApiException error) when (error.IsNotFound)
        {
            return null;
        }
    });
}
