using System.Text;
using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>Requests in the name of another.</summary>
public sealed class ImpersonationTests(ServerFixture fixture)
{
    [Theory]
    [InlineData("Impersonate-User: jane", "jane", "system:authenticated")]
    [InlineData("Impersonate-User: jane;Impersonate-Group: dev", "jane", "dev,system:authenticated")]
    [InlineData("Impersonate-User: system:serviceaccount:a:b", "system:serviceaccount:a:b", "system:serviceaccounts,system:serviceaccounts:a,system:authenticated")]
    public async Task Request_InTheNameOfAnother_GoesOnAsThem(string headers, string name, string groups)
    {
        var user = (await AskAsync(fixture.Server, headers)).Expect(201).Json["status"]!["userInfo"]!;
        Assert.Equal((name, groups), ((string)user["username"]!, string.Join(',', user["groups"]!.AsArray().Select(g => (string)g!))));
    }

    [Fact]
    public async Task Request_WithExtra_CarriesIt()
    {
        var user = (await AskAsync(fixture.Server, "Impersonate-User: jane;Impersonate-Uid: 7;Impersonate-Extra-Example.com%2Fteam: red")).Expect(201).Json["status"]!["userInfo"]!;
        Assert.Equal(("7", "red"), ((string)user["uid"]!, (string)user["extra"]!["example.com/team"]![0]!));
    }

    [Fact]
    public async Task Request_GroupWithoutUser_IsRefused() => (await AskAsync(fixture.Server, "Impersonate-Group: system:masters")).Expect(400);

    [Fact]
    public async Task Request_NotPermitted_IsForbidden()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store, o => o with { AuthorizationMode = Authorization.AuthorizationMode.Rbac, Tokens = [.. o.Tokens, "weak-token,weak,2"] });
        (await AskAsync(server, "Impersonate-User: jane;Authorization: Bearer weak-token")).ExpectFailure(
            403, "Forbidden", "users \"jane\" is forbidden: User \"weak\" cannot impersonate resource \"users\" in API group \"\" at the cluster scope");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/namespaces/default/secrets");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + TestServer.Token);
        request.Headers.TryAddWithoutValidation("Impersonate-User", "jane");
        using var response = await server.Anonymous.SendAsync(request);
        Assert.Equal(403, (int)response.StatusCode);
    }

    private static async Task<Reply> AskAsync(TestServer server, string headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/apis/authentication.k8s.io/v1/selfsubjectreviews") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        if (!headers.Contains("Authorization", StringComparison.Ordinal))
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + TestServer.Token);
        }

        foreach (var header in headers.Split(';'))
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 1)..].Trim());
        }

        using var response = await server.Anonymous.SendAsync(request);
        return await Reply.ReadAsync(response);
    }
}
