using System.Text;
using Kube.Testing;

namespace Kube.ApiServer.Tests;

/// <summary>exec, attach and port-forward: checked here, then the connection is the kubelet's.</summary>
public sealed class StreamTests
{
    private const string PodPath = KubeletCluster.PodPath;
    private const string Spdy = "Upgrade: SPDY/3.1\r\nX-Stream-Protocol-Version: v4.channel.k8s.io\r\nX-Stream-Protocol-Version: v3.channel.k8s.io\r\nContent-Length: 0\r\n";
    private const string WebSocket = "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("exec?command=sh&command=-c&command=a%20%26%20b&stdin=true&stdout=true&tty=true", "/exec/default/p/c?input=1&output=1&tty=1&command=sh&command=-c&command=a%20%26%20b")]
    [InlineData("exec?command=ls&container=c&stdout=1&stderr=true&stdin=false", "/exec/default/p/c?output=1&error=1&command=ls")]
    [InlineData("attach?stdout=true", "/attach/default/p/c?output=1")]
    [InlineData("portforward", "/portForward/default/p")]
    [InlineData("portforward?ports=80&ports=443", "/portForward/default/p?port=80%2C443")]
    public async Task Stream_Granted_IsTheKubelets(string asked, string passedOn)
    {
        await using var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        await using var client = await RawUpgrade.OpenAsync(cluster.Server, $"POST {PodPath}/{asked}", Spdy);
        Assert.Equal(101, client.Code);
        Assert.Contains("Upgrade: SPDY/3.1", client.Head, StringComparison.Ordinal);
        Assert.Contains("X-Stream-Protocol-Version: v4.channel.k8s.io", client.Head, StringComparison.Ordinal);
        await client.SendAsync("hello");
        Assert.Equal("hello", await client.ReadAsync(5));
        var (target, headers) = Assert.Single(cluster.Upgrades);
        Assert.Equal(passedOn, target);
        Assert.False(headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Stream_ClientHasNoMoreToSay_HearsTheRest()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        await using var client = await RawUpgrade.OpenAsync(cluster.Server, $"POST {PodPath}/attach?stdin=1", Spdy);
        await client.SendAsync("x");
        await client.EndSendingAsync();
        Assert.Equal("xbye", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Stream_ClientVanishes_FreesTheKubelet()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        await using var client = await RawUpgrade.OpenAsync(cluster.Server, $"POST {PodPath}/attach?stdin=1", Spdy);
        await client.SendAsync("x");
        await client.ReadAsync(1);
        Assert.Equal(1, cluster.Open);
        client.Reset();
        await Eventually.HoldsAsync(s_patience, () => Task.FromResult(cluster.Open == 0 ? null : "still open"));
    }

    [Fact]
    public async Task Stream_KubeletVanishes_FreesTheClient()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        await using var client = await RawUpgrade.OpenAsync(cluster.Server, $"POST {PodPath}/attach?stdin=1", Spdy);
        await client.SendAsync("x");
        await client.ReadAsync(1);
        await cluster.StopKubeletAsync();
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Stream_ServerStops_IsEnded()
    {
        var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        await using var client = await RawUpgrade.OpenAsync(cluster.Server, $"POST {PodPath}/attach?stdin=1", Spdy);
        await client.SendAsync("x");
        await client.ReadAsync(1);
        var end = client.ReadToEndAsync();
        await cluster.DisposeAsync();
        Assert.Equal("", await end);
    }

    [Fact]
    public async Task Stream_Fifty_EachItsOwn()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            await using var client = await RawUpgrade.OpenAsync(cluster.Server, $"POST {PodPath}/attach?stdin=1", Spdy);
            var text = new string((char)('a' + (i % 26)), 100_000 + i);
            var sent = client.SendAsync(text);
            Assert.Equal(text, await client.ReadAsync(text.Length));
            await sent;
        }));
        await Eventually.HoldsAsync(s_patience, () => Task.FromResult(cluster.Open == 0 ? null : "still open"));
    }

    [Fact]
    public async Task Stream_TokenInSubprotocol_IsTakenAndNotPassedOn()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        var token = Convert.ToBase64String(Encoding.UTF8.GetBytes(TestServer.Token)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        await using var client = await RawUpgrade.OpenAsync(
            cluster.Server, $"GET {PodPath}/attach?stdin=1", $"{WebSocket}Sec-WebSocket-Protocol: base64url.bearer.authorization.k8s.io.{token}, v5.channel.k8s.io\r\n", token: null);
        Assert.Equal(101, client.Code);
        Assert.Equal("v5.channel.k8s.io", Assert.Single(cluster.Upgrades).Headers["Sec-WebSocket-Protocol"].ToString());
        await using var alone = await RawUpgrade.OpenAsync(
            cluster.Server, $"GET {PodPath}/attach?stdin=1", $"{WebSocket}Sec-WebSocket-Protocol: base64url.bearer.authorization.k8s.io.{token}\r\n", token: null);
        Assert.Equal(401, alone.Code);
    }

    [Theory]
    [InlineData("get", "GET", 403)]
    [InlineData("create", "GET", 403)]
    [InlineData("get,create", "GET", 101)]
    [InlineData("get", "POST", 403)]
    [InlineData("create", "POST", 101)]
    public async Task Stream_Allowed_WithGetAndCreate(string verbs, string method, int code)
    {
        await using var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        var list = string.Join(',', verbs.Split(',').Select(v => $"\"{v}\""));
        (await cluster.Server.PostAsync("/apis/rbac.authorization.k8s.io/v1/namespaces/default/roles", $$"""{"metadata":{"name":"r"},"rules":[{"apiGroups":[""],"resources":["pods/attach"],"verbs":[{{list}}]}]}""")).Expect(201);
        (await cluster.Server.PostAsync("/apis/rbac.authorization.k8s.io/v1/namespaces/default/rolebindings", """
            {"metadata":{"name":"r"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"r"},"subjects":[{"kind":"User","name":"reader","apiGroup":"rbac.authorization.k8s.io"}]}
            """)).Expect(201);
        await using var client = await RawUpgrade.OpenAsync(cluster.Server, $"{method} {PodPath}/attach?stdin=1", WebSocket, "reader-token");
        Assert.Equal(code, client.Code);
    }

    [Theory]
    [InlineData("exec?stdout=1", "you must specify at least one command for the container")]
    [InlineData("exec?command=a&container=x", "container x is not valid for pod p")]
    [InlineData("exec?command=a", "pod p does not have a host assigned")]
    [InlineData("portforward?ports=0", "0 is no port: a number from 1 to 65535 is")]
    public async Task Stream_CannotBe_SaysWhy(string asked, string message)
    {
        await using var cluster = await KubeletCluster.StartAsync();
        (await cluster.Server.PostAsync($"{PodPath}/{asked}", "")).ExpectFailure(400, "BadRequest", message);
    }

    [Fact]
    public async Task Stream_NoUpgradeOrEndedPod_SaysSo()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        (await cluster.Server.PostAsync($"{PodPath}/attach", "")).ExpectFailure(400, "BadRequest", "Upgrade request required");
        (await cluster.Server.PatchAsync(PodPath + "/status", """{"status":{"phase":"Succeeded"}}""")).Expect(200);
        (await cluster.Server.PostAsync($"{PodPath}/attach", "")).ExpectFailure(400, "BadRequest", "cannot attach into a container in a completed pod; current phase is Succeeded");
    }

    [Fact]
    public async Task Stream_KubeletRefuses_ItsWordsArePassedOn()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        await using var client = await RawUpgrade.OpenAsync(cluster.Server, $"POST {PodPath}/exec?command=refuse", Spdy);
        Assert.Equal(404, client.Code);
        Assert.Equal("container not found (\"c\")", await client.ReadAsync(25));
    }

    [Fact]
    public async Task Stream_KubeletAway_SaysSo()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        await cluster.BindAsync();
        await cluster.StopKubeletAsync();
        await using var client = await RawUpgrade.OpenAsync(cluster.Server, $"POST {PodPath}/exec?command=a", Spdy);
        Assert.Equal(500, client.Code);
    }

    [Fact]
    public async Task Stream_SimulatedNode_IsKnownByItsInternalName()
    {
        await using var cluster = await KubeletCluster.StartAsync("sim", internalDns: "sim");
        await cluster.BindAsync();
        await using var client = await RawUpgrade.OpenAsync(cluster.Server, $"POST {PodPath}/attach?stdin=1", Spdy);
        Assert.Equal(101, client.Code);
    }

    [Fact]
    public async Task Discovery_Streams_AreListed()
    {
        await using var cluster = await KubeletCluster.StartAsync();
        var resources = (await cluster.Server.GetAsync("/api/v1")).Expect(200).Json["resources"]!.AsArray();
        var listed = resources.Where(r => (string)r!["name"]! is "pods/exec" or "pods/attach" or "pods/portforward" or "pods/proxy" or "services/proxy" or "nodes/proxy")
            .Select(r => $"{r!["name"]} {r["kind"]} {string.Join(',', r["verbs"]!.AsArray())}");
        Assert.Equal(
        [
            "nodes/proxy NodeProxyOptions create,delete,get,patch,update",
            "pods/attach PodAttachOptions create,get",
            "pods/exec PodExecOptions create,get",
            "pods/portforward PodPortForwardOptions create,get",
            "pods/proxy PodProxyOptions create,delete,get,patch,update",
            "services/proxy ServiceProxyOptions create,delete,get,patch,update",
        ], listed);
    }
}
