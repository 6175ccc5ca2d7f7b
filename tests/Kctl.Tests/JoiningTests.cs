using Kctl.App;
using Kctl.Joining;

namespace Kctl.Tests;

/// <summary>The forms of tokens and hashes, and what is said of those that are none.</summary>
public sealed class JoiningTests
{
    [Theory]
    [InlineData("abcdef.0123456789abcdef", true)]
    [InlineData("a1b2c3.zzzzzzzzzzzzzzzz", true)]
    [InlineData("ABCDEF.0123456789abcdef", false)]
    [InlineData("abcdef.0123456789abcde", false)]
    [InlineData("abcdef.0123456789abcdef\n", false)]
    [InlineData("abcdef", false)]
    [InlineData("", false)]
    public void Parse_Token_IsReadOrRefusedWithTheNextStep(string text, bool good)
    {
        if (good)
        {
            Assert.Equal(text, BootstrapToken.Parse(text).ToString());
            return;
        }

        Assert.Equal($"\"{text}\" is not a token such as abcdef.0123456789abcdef; make one on a machine of the control plane: kctl token create", Assert.Throws<CommandException>(() => BootstrapToken.Parse(text)).Message);
    }

    [Theory]
    [InlineData("abcdef")]
    [InlineData("abcdef.0123456789abcdef")]
    public void NameOf_TokenOrItsFirstPart_IsItsSecret(string text) => Assert.Equal("bootstrap-token-abcdef", BootstrapToken.NameOf(text));

    [Fact]
    public void New_Token_HasTheFormAndIsAnotherEachTime()
    {
        var token = BootstrapToken.New();
        Assert.Equal(token, BootstrapToken.Parse(token.ToString()));
        Assert.NotEqual(token, BootstrapToken.New());
    }

    [Fact]
    public void ToSecret_WithAnEnd_SaysUntilWhenInUtc()
    {
        var secret = BootstrapToken.Parse("abcdef.0123456789abcdef").ToSecret(new DateTimeOffset(2026, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)), null);
        Assert.Equal("2026-01-01T00:00:00Z", (string?)secret["stringData"]!["expiration"]);
        Assert.Null(BootstrapToken.Parse("abcdef.0123456789abcdef").ToSecret(null, null)["stringData"]!["expiration"]);
    }

    [Theory]
    [InlineData("join h:1", "--token is missing; make one on a machine of the control plane: kctl token create --print-join-command")]
    [InlineData("join h:1 --token x", "\"x\" is not a token such as abcdef.0123456789abcdef; make one on a machine of the control plane: kctl token create")]
    [InlineData("join http://h:1 --token abcdef.0123456789abcdef", "\"http://h:1\" is not an address such as 10.0.0.1:6443")]
    [InlineData("join h:1 --token abcdef.0123456789abcdef --ca-cert-hash sha256:12", "--ca-cert-hash: \"sha256:12\" is not sha256: and 64 hexadecimal digits")]
    [InlineData("join h:1 --token abcdef.0123456789abcdef", "--ca-cert-hash is missing, without which anybody could pass for the cluster; 'kctl token create --print-join-command' on a machine of the control plane prints it (or trust the network: --unsafe-skip-ca-verification)")]
    public async Task Join_WhatCannotBe_IsRefusedInOneLine(string line, string expected)
    {
        var terminal = new TestTerminal();
        Assert.Equal(1, await terminal.RunAsync(line.Split(' ')));
        Assert.Equal($"error: {expected}\n", terminal.Error);
    }
}
