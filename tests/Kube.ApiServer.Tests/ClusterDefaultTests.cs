using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>Admission of Ingresses and of certificate requests.</summary>
public sealed class ClusterDefaultTests
{
    private const string MastersRequest = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIa01JR0tBZ0VBTUNneEZ6QVZCZ05WQkFvTURuTjVjM1JsYlRwdFlYTjBaWEp6TVEwd0N3WURWUVFEREFScQpZVzVsTUZrd0V3WUhLb1pJemowQ0FRWUlLb1pJemowREFRY0RRZ0FFUmgwcVJVL1k3ZVhtZDlTOVZrN2FxdVl1CkR4V09NVlVWUktIeXd6TG5rbXhoS0RJcTZiRU5JODZYUWpQL1FWaFZMeUwweWlhcGdPa0Y0VXR1VnBsU2phQUEKTUFvR0NDcUdTTTQ5QkFNQ0Ewa0FNRVlDSVFDOTlGWUN0VXZVV0N1UW5Eclh0QVExVW1NajNWS2E2UDFxSHk0aQpwRWxvc2dJaEFQR205Q3JkdVpUY2ZjK3NpbVNBZCtkQko3NS9ON3YwLzlNbnY0RWNBYmhkCi0tLS0tRU5EIENFUlRJRklDQVRFIFJFUVVFU1QtLS0tLQo=";

    [Fact]
    public async Task Ingress_WithoutClass_GetsTheDefaultOne()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        (await server.PostAsync(
            "/apis/networking.k8s.io/v1/ingressclasses",
            """{"metadata":{"name":"web","annotations":{"ingressclass.kubernetes.io/is-default-class":"true"}},"spec":{"controller":"a.io/c"}}""")).Expect(201);

        Assert.Equal("web", await ClassAsync(server, "a", ""));
        Assert.Equal("mine", await ClassAsync(server, "b", "", "mine"));
        Assert.Null(await ClassAsync(server, "c", """ ,"annotations":{"kubernetes.io/ingress.class":"old"} """));
    }

    [Theory]
    [InlineData("kubernetes.io/kube-apiserver-client", 403)]
    [InlineData("a.io/s", 201)]
    public async Task SigningRequest_ForMasters_IsNotForTheClustersSigner(string signer, int code)
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);

        (await server.PostAsync(
            "/apis/certificates.k8s.io/v1/certificatesigningrequests",
            $$$"""{"metadata":{"name":"r"},"spec":{"request":"{{{MastersRequest}}}","signerName":"{{{signer}}}","usages":["client auth"]}}""")).Expect(code);
    }

    private static async Task<string?> ClassAsync(TestServer server, string name, string metadata, string? given = null)
    {
        var spec = given is null ? "" : $"\"ingressClassName\":\"{given}\",";
        var made = await server.PostAsync(
            "/apis/networking.k8s.io/v1/namespaces/default/ingresses",
            """{"metadata":{"name":"NAME"META},"spec":{SPEC"defaultBackend":{"service":{"name":"s","port":{"number":80}}}}}""".Replace("NAME", name).Replace("META", metadata).Replace("SPEC", spec));
        return (string?)made.Expect(201).Json["spec"]!["ingressClassName"];
    }
}
