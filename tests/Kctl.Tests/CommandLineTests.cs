namespace Kctl.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("gte pods", "error: unknown command \"gte\"; did you mean \"get\"?")]
    [InlineData("rollout sttus deploy/web", "error: unknown command \"sttus\" of \"kctl rollout\"; did you mean \"status\"?")]
    [InlineData("get pods --al", "error: unknown flag: --al; did you mean \"--all-namespaces\"?")]
    [InlineData("scale web --replica=3", "error: unknown flag: --replica; did you mean \"--replicas\"?")]
    [InlineData("get pods -o yml", "error: unable to match a printer suitable for the output format \"yml\", allowed formats are: wide,json,yaml,name,jsonpath=,jsonpath-as-json=,jsonpath-file=,go-template=,go-template-file=,custom-columns=,custom-columns-file=; did you mean \"yaml\"?")]
    [InlineData("run web", "error: required flag(s) \"image\" not set")]
    [InlineData("scale web --server=https://127.0.0.1:1", "error: the --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0")]
    [InlineData("apply", "error: must specify what to apply: -f FILE, -f FOLDER, or -f - for standard input; or -k FOLDER with a kustomization")]
    [InlineData("apply -f /no/such/file", "error: the path \"/no/such/file\" does not exist")]
    [InlineData("get pods --kubeconfig /no/such/file", "error: the kubeconfig /no/such/file does not exist")]
    [InlineData("get pods --server https://127.0.0.1:1", "The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?\nTried https://127.0.0.1:1, given with --server. Start a cluster on this machine with 'kctl up', or choose another with 'kctl config use-context'.")]
    [InlineData("get pods --server https://127.0.0.1:1 --request-timeout soon", "error: --request-timeout: \"soon\" is not a duration such as 90s, 5m or 1h30m")]
    public async Task Run_WrongCommandLine_OneLineSaysWhat(string line, string expected)
    {
        var terminal = new TestTerminal();
        Assert.Equal(1, await terminal.RunAsync(line.Split(' ')));
        Assert.Equal(expected + "\n", terminal.Error);
    }

    [Fact]
    public async Task Run_HelpOfEveryVerb_ShowsExamples()
    {
        foreach (var verb in App.VerbList.Names)
        {
            var terminal = new TestTerminal();
            Assert.Equal(0, await terminal.RunAsync(verb, "--help"));
            Assert.Contains("\nExamples:\n  ", terminal.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Run_NothingAsked_ListsTheVerbs()
    {
        var terminal = new TestTerminal();
        Assert.Equal(0, await terminal.RunAsync());
        Assert.All(App.VerbList.Names, name => Assert.Contains($"\n  {name} ", terminal.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_ClientDryRun_PrintsTheDeployment()
    {
        var terminal = new TestTerminal();
        Assert.Equal(0, await terminal.RunAsync("run", "web", "--image=kube.local/echo:1", "--replicas=3", "--port=8080", "--env=A=b", "--dry-run=client", "-o", "yaml", "--", "-x", "y"));
        Assert.Equal(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              labels:
                app: web
              name: web
            spec:
              replicas: 3
              selector:
                matchLabels:
                  app: web
              template:
                metadata:
                  labels:
                    app: web
                spec:
                  containers:
                  - args:
                    - -x
                    - "y"
                    env:
                    - name: A
                      value: b
                    image: kube.local/echo:1
                    name: web
                    ports:
                    - containerPort: 8080
                    readinessProbe:
                      periodSeconds: 1
                      tcpSocket:
                        port: 8080

            """, terminal.Out);
    }

    [Theory]
    [InlineData("pods", "podz", "pods")]
    [InlineData("deployments", "deploymnt", "deployments")]
    [InlineData("get", "gte", "get")]
    [InlineData("pods", "elephants", null)]
    public void Nearest_Typo_FindsWhatWasMeant(string candidate, string typed, string? expected) => Assert.Equal(expected, App.Suggestion.Nearest(typed, ["zzzzzz", candidate]));

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("1h30m", 5400)]
    [InlineData("250ms", 0.25)]
    [InlineData("7", 7)]
    [InlineData("0s", 0)]
    public void Parse_Duration_IsUnderstood(string text, double seconds) => Assert.Equal(seconds, App.Durations.Parse(text, "--x").TotalSeconds);

    [Theory]
    [InlineData(5, "5s")]
    [InlineData(119, "119s")]
    [InlineData(125, "2m5s")]
    [InlineData(700, "11m")]
    [InlineData(11_000, "3h3m")]
    [InlineData(100_000, "27h")]
    [InlineData(200_000, "2d7h")]
    [InlineData(900_000, "10d")]
    public void Age_Span_IsShownAsKubectlShowsIt(int seconds, string expected) => Assert.Equal(expected, App.Durations.Age(TimeSpan.FromSeconds(seconds)));
}
