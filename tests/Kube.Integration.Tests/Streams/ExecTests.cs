using Kube.Testing;

namespace Kube.Integration.Tests.Streams;

/// <summary>exec and attach by kctl, and by kubectl of several versions, through the API server.</summary>
public sealed class ExecTests
{
    public static TheoryData<string> Programs => ["kctl", "1.27", "1.30", "1.33"];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Exec_OutputErrorInputAndExitCode_AreThoseOfTheCommand(string program)
    {
        Assert.SkipWhen(program != "kctl" && KubectlClients.Find(program) is null, $"kubectl {program} is not installed");
        await using var cluster = await StreamCluster.StartAsync(program == "kctl" ? "1.33" : program);
        var tool = program == "kctl" ? "$KCTL" : "$KUBECTL";
        var result = await cluster.TryAsync($"{tool} exec web -c front -- sh -c 'echo out; echo err >&2; exit 7'");
        Assert.Equal((7, "out\n", "err\ncommand terminated with exit code 7\n"), (result.ExitCode, result.Output, result.Error));
        Assert.Equal("3000000", (await cluster.RunAsync($"head -c 3000000 /dev/zero | {tool} exec -i web -c front -- wc -c")).Text.Trim());
        Assert.Equal("3000000", (await cluster.RunAsync($"{tool} exec web -c front -- head -c 3000000 /dev/zero | wc -c")).Text.Trim());
        var attached = await cluster.TryAsync($"{tool} attach -i web -c front", "typed\n");
        Assert.Equal((0, "attached to front\ntyped\n"), (attached.ExitCode, attached.Output));
    }

    [Fact]
    public async Task Exec_Kctl_SaysWhatKubectlSays()
    {
        await using var cluster = await StreamCluster.StartAsync();
        foreach (var (command, message) in new[]
        {
            ("exec web -- date +%Y", "Defaulted container \"front\" out of: front, back, prepare (init)"),
            ("exec web -c other -- date", "error: container other not found in pod web"),
            ("exec web", "error: you must specify at least one command for the container"),
            ("exec web date", "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead"),
            ("exec", "error: expected 'exec (POD | TYPE/NAME) -- COMMAND [ARG1] [ARG2] ... [ARGN]'."),
            ("exec none -- date", "Error from server (NotFound): pods \"none\" not found"),
            ("exec web -c front -- no-such-program", "exec: \"no-such-program\""),
            ("exec -t -i web -c front -- date", "Unable to use a TTY - input is not a terminal or the right kind of file"),
            ("attach web -c other", "error: container other not found in pod web"),
            ("run x --image=i -t", "error: -i/--stdin is required for containers with -t/--tty=true"),
            ("run x --image=i --rm", "error: --rm should only be used for attached containers"),
        })
        {
            Assert.Contains(message, (await cluster.TryAsync($"$KCTL {command}")).Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Exec_OnATerminal_HasOne()
    {
        await using var cluster = await StreamCluster.StartAsync();
        var result = await cluster.RunAsync("script -qec \"$KCTL exec -it web -c front -- sh -c 'echo hello'\" /dev/null");
        Assert.Contains("hello", result.Output, StringComparison.Ordinal);
    }
}
