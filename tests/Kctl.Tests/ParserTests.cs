using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Tests;

/// <summary>The parser against what kubectl's does with the same words.</summary>
public sealed class ParserTests
{
    [Theory]
    [InlineData("get pods", "get", "pods", "")]
    [InlineData("get pods -o json", "get", "pods", "output=json")]
    [InlineData("get pods -ojson", "get", "pods", "output=json")]
    [InlineData("get pods -o=json", "get", "pods", "output=json")]
    [InlineData("get --output json pods", "get", "pods", "output=json")]
    [InlineData("get --output=jsonpath={.a=b} pods", "get", "pods", "output=jsonpath={.a=b}")]
    [InlineData("get pods --output=", "get", "pods", "output=")]
    [InlineData("get -output json", "get", "json", "output=utput")]
    [InlineData("get -o yaml pods -o json", "get", "pods", "output=json")]
    [InlineData("-n shop get pods", "get", "pods", "namespace=shop")]
    [InlineData("get pods -nshop a", "get", "pods a", "namespace=shop")]
    [InlineData("-o json get pods", "get", "pods", "output=json")]
    [InlineData("--watch get pods", "get", "pods", "watch=true")]
    [InlineData("-n get get pods", "get", "pods", "namespace=get")]
    [InlineData("--namespace=shop -w get pods", "get", "pods", "namespace=shop watch=true")]
    [InlineData("get pods -w", "get", "pods", "watch=true")]
    [InlineData("get pods --watch=false", "get", "pods", "watch=false")]
    [InlineData("get pods -w=false", "get", "pods", "watch=false")]
    [InlineData("get pods -w false", "get", "pods false", "watch=true")]
    [InlineData("get pods -wA", "get", "pods", "watch=true all=true")]
    [InlineData("get pods -wAojson", "get", "pods", "watch=true all=true output=json")]
    [InlineData("get pods -L a -L b,c", "get", "pods", "label_columns=a|b,c")]
    [InlineData("get pods --label_columns=a", "get", "pods", "label_columns=a")]
    [InlineData("get -f - --tail -1", "get", "", "filename=- tail=-1")]
    [InlineData("get - a", "get", "- a", "")]
    [InlineData("get pods -- -w --bogus", "get", "pods | -w --bogus", "")]
    [InlineData("get -- get", "get", " | get", "")]
    [InlineData("get pods --", "get", "pods | ", "")]
    [InlineData("create deployment web --dry-run -o name", "create deployment", "web", "output=name dry_run=unchanged")]
    [InlineData("create deployment web --dry-run client", "create deployment", "web client", "dry_run=unchanged")]
    [InlineData("create --dry-run=server deploy web", "create deployment", "web", "dry_run=server")]
    [InlineData("create -o name deployment web", "create deployment", "web", "output=name")]
    [InlineData("create service clusterip web", "create service clusterip", "web", "")]
    [InlineData("create svc clusterip service", "create service clusterip", "service", "")]
    [InlineData("create service", "create service", "", "")]
    public void Parse_Line_IsReadAsKubectlReadsIt(string line, string command, string words, string flags)
    {
        var sample = new Sample();
        var parse = Parser.Parse(sample.Root, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal($"kctl {command}", parse.Command.Path);
        var before = string.Join(' ', parse.Words.Take(parse.WordsBeforeDash ?? int.MaxValue));
        Assert.Equal(words, parse.WordsBeforeDash is null ? before : $"{before} | {string.Join(' ', parse.WordsAfterDash)}");
        Assert.Equal(flags, sample.Show(parse));
    }

    [Theory]
    [InlineData("get --bogus", "unknown flag: --bogus; see 'kctl get --help'")]
    [InlineData("get --outptu json", "unknown flag: --outptu; did you mean \"--output\"?")]
    [InlineData("get -z", "unknown shorthand flag: 'z' in -z; see 'kctl get --help'")]
    [InlineData("get -watch", "unknown shorthand flag: 'a' in -watch; did you mean \"--watch\"?")]
    [InlineData("get -wz", "unknown shorthand flag: 'z' in -wz; see 'kctl get --help'")]
    [InlineData("get pods -o", "flag needs an argument: 'o' in -o")]
    [InlineData("get pods --output", "flag needs an argument: --output")]
    [InlineData("get pods --watch=maybe", "invalid argument \"maybe\" for \"-w, --watch\" flag: neither true nor false")]
    [InlineData("get pods --tail=many", "invalid argument \"many\" for \"--tail\" flag: not a whole number")]
    [InlineData("create --namespace", "flag needs an argument: --namespace")]
    [InlineData("create deployment --watch", "unknown flag: --watch; see 'kctl create deployment --help'")]
    public void Parse_WrongFlag_OneLineSaysWhat(string line, string expected) =>
        Assert.Equal(expected, Assert.ThrowsAny<CommandException>(() => Read(line)).Message);

    [Theory]
    [InlineData("create web", "unknown command \"web\" of \"kctl create\"; see 'kctl create --help'")]
    [InlineData("create deplyment", "unknown command \"deplyment\" of \"kctl create\"; did you mean \"deployment\"?")]
    [InlineData("create deployment", "required flag(s) \"image\" not set")]
    [InlineData("create deployment --image=x", "NAME is missing; see 'kctl create deployment --help'")]
    [InlineData("create deployment --image=x a b", "\"b\" is one argument too many; see 'kctl create deployment --help'")]
    [InlineData("create deployment --image=x a -- b", "\"b\" is one argument too many; see 'kctl create deployment --help'")]
    public void Check_WrongWords_OneLineSaysWhat(string line, string expected) =>
        Assert.Equal(expected, Assert.Throws<CommandException>(() => Read(line).Check()).Message);

    [Fact]
    public void Parse_DeprecatedFlag_Warns()
    {
        var parse = Read("get pods --export");
        Assert.Equal(["Flag --export has been deprecated, use -o yaml instead"], parse.Warnings);
    }

    private static ParseResult Read(string line) => Parser.Parse(new Sample().Root, line.Split(' '));

    /// <summary>A small command line with one flag of each sort.</summary>
    private sealed class Sample
    {
        private readonly Option<string?> _namespace = new("--namespace", "-n") { Recursive = true };
        private readonly Option<string?> _output = new("--output", "-o");
        private readonly Option<bool> _watch = new("--watch", "-w");
        private readonly Option<bool> _all = new("--all-namespaces", "-A");
        private readonly Option<string[]> _labels = new("--label-columns", "-L");
        private readonly Option<string[]> _files = new("--filename", "-f");
        private readonly Option<int?> _tail = new("--tail");
        private readonly Option<string?> _dryRun = new("--dry-run") { ValueIfAlone = "unchanged" };

        public Sample()
        {
            Root.Add(_namespace);
            var get = new Verb("get", "").With(
                Flags.Words("WORDS", ""), _output, _watch, _all, _labels, _files, _tail, new Option<bool>("--export") { Deprecated = "use -o yaml instead" });
            var deployment = new Verb("deployment", "").With(new Argument<string>("NAME"), _output, _dryRun, new Option<string?>("--image") { Required = true });
            deployment.Aliases.Add("deploy");
            var service = new Verb("service", "").With(new Verb("clusterip", "").With(Flags.Words("NAME", "")));
            service.Aliases.Add("svc");
            Root.Add(get);
            Root.Add(new Verb("create", "").With(deployment, service, _files));
        }

        public Command Root { get; } = new("kctl");

        public string Show(ParseResult parse) => string.Join(' ', new[]
        {
            Show("namespace", parse.GetValue(_namespace)),
            Show("watch", parse.Has(_watch) ? parse.GetValue(_watch) ? "true" : "false" : null),
            Show("all", parse.GetValue(_all) ? "true" : null),
            Show("filename", parse.GetValue(_files) is { } files ? string.Join('|', files) : null),
            Show("tail", parse.GetValue(_tail)?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Show("output", parse.GetValue(_output)),
            Show("label_columns", parse.GetValue(_labels) is { } labels ? string.Join('|', labels) : null),
            Show("dry_run", parse.GetValue(_dryRun)),
        }.OfType<string>());

        private static string? Show(string name, string? value) => value is null ? null : $"{name}={value}";
    }
}
