namespace Kube.ApiServer.Tests;

/// <summary>Pod logs, relayed from something that looks like a kubelet.</summary>
public sealed class LogTests
{
    private const string PodPath = KubeletCluster.PodPath;

    [Fact]
    public async Task Log_Followed_ComesAsItIsWritten()
    {
        await using var cluster = await KubeletCluster.StartAsync("n1");
        await cluster.BindAsync();
        using var response = await cluster.Server.Client.GetAsync(PodPath + "/log?follow=true&tailLines=5", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal("GET /containerLogs/default/p/c?follow=true&tailLines=5 as kube-apiserver-kubelet-client", await lines.ReadLineAsync());
        cluster.Continue.SetResult();
        Assert.Equal("second", await lines.ReadLineAsync());
        Assert.Null(await lines.ReadLineAsync());
    }

    [Fact]
    public async Task Log_PodOnNoNode_SaysSo()
    {
        await using var cluster = await KubeletCluster.StartAsync("n1");
        (await cluster.Server.GetAsync(PodPath + "/log")).ExpectFailure(400, "BadRequest", "pod p does not have a host assigned");
        (await cluster.Server.GetAsync(PodPath + "/log?container=x")).ExpectFailure(400, "BadRequest", "container x is not valid for pod p");
    }

    [Fact]
    public async Task Log_KubeletOfAnotherName_IsNotBelieved()
    {
        await using var cluster = await KubeletCluster.StartAsync("impostor");
        await cluster.BindAsync();
        var reply = (await cluster.Server.GetAsync(PodPath + "/log")).Expect(500);
        Assert.Contains("cannot reach the kubelet of node n1", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_KubeletRefuses_ItsWordsArePassedOn()
    {
        await using var cluster = await KubeletCluster.StartAsync("n1");
        await cluster.BindAsync();
        (await cluster.Server.GetAsync(PodPath + "/log?previous=true")).ExpectFailure(400, "BadRequest", "previous terminated container \"c\" in pod \"p\" not found");
    }

    [Theory]
    [InlineData("tailLines=-1", 422, "PodLogOptions \"p\" is invalid: tailLines: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("limitBytes=0", 422, "PodLogOptions \"p\" is invalid: limitBytes: Invalid value: 0: must be greater than 0")]
    [InlineData("sinceSeconds=0", 422, "PodLogOptions \"p\" is invalid: sinceSeconds: Invalid value: 0: must be greater than 0")]
    [InlineData("sinceSeconds=5&sinceTime=2026-01-02T03:04:05Z", 422, "PodLogOptions \"p\" is invalid: : Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified")]
    [InlineData("stream=Both", 422, "PodLogOptions \"p\" is invalid: stream: Unsupported value: \"Both\": supported values: \"All\", \"Stderr\", \"Stdout\"")]
    [InlineData("tailLines=many", 400, "strconv.ParseInt: parsing \"many\": invalid syntax")]
    [InlineData("sinceTime=now", 400, "parsing time \"now\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"now\" as \"2006\"")]
    public async Task Log_WrongOption_IsRefused(string query, int code, string message)
    {
        await using var cluster = await KubeletCluster.StartAsync("n1");
        Assert.Equal(message, (await cluster.Server.GetAsync($"{PodPath}/log?{query}")).Expect(code).Message);
    }

    [Fact]
    public async Task Log_AllOptions_ArePassedOn()
    {
        await using var cluster = await KubeletCluster.StartAsync("n1");
        await cluster.BindAsync();
        var reply = (await cluster.Server.GetAsync(PodPath + "/log?container=c&timestamps&limitBytes=9&tailLines=0&sinceTime=2026-01-02T03:04:05Z&follow=false")).Expect(200);
        Assert.StartsWith("GET /containerLogs/default/p/c?limitBytes=9&sinceTime=2026-01-02T03%3A04%3A05Z&tailLines=0&timestamps=true as", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_AnyCertificate_WhenAskedFor()
    {
        await using var cluster = await KubeletCluster.StartAsync("impostor");
        await cluster.BindAsync();
        (await cluster.Server.GetAsync(PodPath + "/log?insecureSkipTLSVerifyBackend=true")).Expect(200);
    }
}
