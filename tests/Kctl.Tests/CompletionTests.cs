using Kube.Testing;

namespace Kctl.Tests;

/// <summary>Completion as a person meets it: bash itself, the script kctl prints, and a server to ask.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly FakeApi _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Bash_WordsBeingTyped_AreCompletedFromTheCluster()
    {
        (string Typed, string Offered)[] cases =
        [
            ("kctl rolling", "rolling-update"),
            ("kctl rollout sta", "status"),
            ("kctl get dep", "deployments"),
            ("kctl get pods,dep", "pods,deployments"),
            ("kctl get pods fr", "front-1 front-2"),
            ("kctl get pods front-1 fr", "front-2"),
            ("kctl get po/ba", "po/back-1"),
            ("kctl -n shop get pods ", "till-1"),
            ("kctl get pods -n ", "default shop"),
            ("kctl get pods --namespace=sh", "shop"),
            ("kctl get pods -nsh", "-nshop"),
            ("kctl --context ", "test other"),
            ("kctl config use-context o", "other"),
            ("kctl logs front-1 -c ", "web log"),
            ("kctl logs front-1 ", "web log"),
            ("kctl get pods -o js", "json jsonpath= jsonpath-as-json= jsonpath-file="),
            ("kctl get pods --output=ya", "yaml"),
            ("kctl get --show-l", "--show-labels"),
            ("kctl apply --dry-run=", "none client server"),
            ("kctl get nonsense ", ""),
            ("kctl help rollout sta", "status"),
        ];
        var shell = new Shell(_api.Home, new Dictionary<string, string>
        {
            ["PATH"] = $"{AppContext.BaseDirectory}:{Environment.GetEnvironmentVariable("PATH")}",
            ["HOME"] = _api.Home,
            ["KUBECONFIG"] = _api.Kubeconfig,
        });
        var script = """
            source <(kctl completion bash)
            offer() {
                COMP_LINE=$1 COMP_POINT=${#1}
                local cut=${1//=/ = }
                read -ra COMP_WORDS <<< "$cut"
                [[ $1 == *[\ =] ]] && COMP_WORDS+=("")
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
                _kctl
                echo "$1 -> ${COMPREPLY[*]}"
            }

            """ + string.Join('\n', cases.Select(c => $"offer '{c.Typed}'"));
        var result = await shell.RunAsync(script);
        Assert.Equal(cases.Select(c => $"{c.Typed} -> {c.Offered}"), result.Text.Split('\n'));
    }

    [Theory]
    [InlineData("pod front1", "Error from server (NotFound): pods \"front1\" not found; did you mean \"front-1\"?")]
    [InlineData("pod till-1", "Error from server (NotFound): pods \"till-1\" not found; there is one in namespace shop: add -n shop")]
    [InlineData("pdos", "error: the server doesn't have a resource type \"pdos\"; did you mean \"pods\"?")]
    public async Task Get_WhatIsNotThere_SaysWhatWasProbablyMeant(string words, string expected)
    {
        var terminal = new TestTerminal { Home = _api.Home };
        Assert.Equal(1, await terminal.RunAsync(["--kubeconfig", _api.Kubeconfig, "get", .. words.Split(' ')]));
        Assert.Equal(expected + "\n", terminal.Error);
    }
}
