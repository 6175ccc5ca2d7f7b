namespace Kube.ApiServer.Tests;

/// <summary>Bindings that are sent by themselves.</summary>
public sealed class BindingTests(ServerFixture fixture)
{
    [Fact]
    public async Task Create_ABinding_PutsThePodOnTheNodeOnce()
    {
        var space = $"/api/v1/namespaces/{await fixture.NamespaceAsync()}";
        (await fixture.Server.PostAsync(space + "/pods", Samples.Pod("p"))).Expect(201);
        const string Body = """{"apiVersion":"v1","kind":"Binding","metadata":{"name":"p"},"target":{"kind":"Node","name":"n"}}""";

        (await fixture.Server.PostAsync(space + "/bindings", Body)).Expect(201);

        Assert.Equal("n", (string)(await fixture.Server.GetAsync(space + "/pods/p")).Json["spec"]!["nodeName"]!);
        (await fixture.Server.PostAsync(space + "/bindings", Body)).ExpectFailure(
            409, "Conflict", "Operation cannot be fulfilled on pods \"p\": pod p is already assigned to node \"n\"");
        (await fixture.Server.PostAsync(space + "/bindings", Body.Replace("\"p\"", "\"q\"", StringComparison.Ordinal))).Expect(404);
        (await fixture.Server.GetAsync(space + "/bindings")).Expect(405);
    }
}
