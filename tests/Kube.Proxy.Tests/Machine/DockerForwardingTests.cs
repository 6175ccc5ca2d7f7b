using System.Net;
using Kube.Proxy.Machine;

namespace Kube.Proxy.Tests.Machine;

public sealed class DockerForwardingTests
{
    private const string From = "-A DOCKER-USER -s 10.244.0.0/16 -j ACCEPT\n";
    private const string To = "-A DOCKER-USER -d 10.244.0.0/16 -j ACCEPT\n";
    private const string Return = "-A DOCKER-USER -j RETURN\n";

    private readonly FakeCommand _command = new();
    private readonly DockerForwarding _forwarding;

    public DockerForwardingTests() => _forwarding = new DockerForwarding(_command, IPNetwork.Parse("10.244.0.0/16"));

    [Theory]
    [InlineData("-N DOCKER-USER\n" + To + From + Return, 0)]
    [InlineData("-N DOCKER-USER\n" + To + Return, 1)]
    [InlineData("-N DOCKER-USER\n" + Return, 2)]
    [InlineData("-N DOCKER-USER\n" + Return + From + To, 2)]
    public async Task EnsureAsync_WhatIsThere_AddsWhatIsMissing(string present, int added)
    {
        _command.Answer = line => new CommandResult(0, line.Contains("-S", StringComparison.Ordinal) ? present : "", "");
        Assert.Equal(added > 0, await _forwarding.EnsureAsync(default));
        Assert.Equal(added, _command.Lines().Count(line => line.StartsWith("iptables -w -I DOCKER-USER", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task EnsureAsync_DockerIsNotThereYet_DoesNothing()
    {
        _command.Answer = _ => new CommandResult(1, "", "No chain/target/match by that name.");
        Assert.False(await _forwarding.EnsureAsync(default));
        Assert.Single(_command.Lines());
    }

    [Fact]
    public async Task EnsureAsync_RuleRefused_SaysWhy()
    {
        _command.Answer = line => line.Contains("-S", StringComparison.Ordinal) ? new CommandResult(0, Return, "") : new CommandResult(4, "", "no permission\n");
        var error = await Assert.ThrowsAsync<NetworkException>(() => _forwarding.EnsureAsync(default));
        Assert.EndsWith("no permission", error.Message, StringComparison.Ordinal);
    }
}
